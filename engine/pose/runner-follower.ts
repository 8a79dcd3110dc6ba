import type { SizePx } from '../video/video.ts';
import type { PersonDetector } from './blazepose-detector/person-detector.ts';
import { type Crop, cropOverlap } from './crop.ts';
import { emptyKeypoints, type KeypointNetwork, type Keypoints } from './keypoint-network.ts';
import type { PlanarPicture } from './planar-picture.ts';
import { steadyCrop } from './steady-crop.ts';

/** A picture and when it was taken. */
export interface TimedPicture extends PlanarPicture {
  readonly timeS: number;
}

/** Time between two looks of the detector at a runner who is being followed. */
const checkIntervalS = 1;
/** Checks that must fail one after the other before the follower looks for the runner anew. */
const failedChecksToLose = 2;
/** Share of a crop and the detector's from which both are taken to hold the same person. */
const sameOverlap = 0.2;
/** A crop outside these shares of the picture's longer side holds no runner that could be measured. */
const leastSideShare = 0.05;
const mostSideShare = 4;

/**
 * Follows one runner through the pictures of a clip: the largest person where it starts, and again where it has lost the
 * runner. Everything follows from the pictures alone, in their order.
 */
export class RunnerFollower {
  /** The runner in the picture last followed; only good where `follow` said true. */
  readonly keypoints: Keypoints = emptyKeypoints();
  readonly #detector: PersonDetector;
  readonly #network: KeypointNetwork;
  #crop: Crop | null = null;
  #checkedAtS = 0;
  #failedChecks = 0;

  constructor(detector: PersonDetector, network: KeypointNetwork) {
    this.#detector = detector;
    this.#network = network;
  }

  /** Reads the runner in the next picture into `keypoints`. @returns whether the runner is there. */
  async follow(frame: TimedPicture): Promise<boolean> {
    if (this.#crop !== null && frame.timeS - this.#checkedAtS >= checkIntervalS) await this.#check(frame, this.#crop);
    if (this.#crop !== null) {
      const { found, nextCrop } = await this.#network.read(frame, this.#crop, this.keypoints);
      this.#crop = found && isPlausible(nextCrop, frame) ? steadyCrop(this.#crop, nextCrop) : null;
    }
    return this.#crop !== null || (await this.#find(frame));
  }

  /** Looks for the runner in the whole picture, then once more from where the network itself sees the body. */
  async #find(frame: TimedPicture): Promise<boolean> {
    let crop = largest(await this.#detector.find(frame));
    for (let look = 0; look < 2 && crop !== null; look++) {
      const { found, nextCrop } = await this.#network.read(frame, crop, this.keypoints);
      crop = found && isPlausible(nextCrop, frame) ? nextCrop : null;
    }
    this.#crop = crop;
    this.#checkedAtS = frame.timeS;
    this.#failedChecks = 0;
    return crop !== null;
  }

  /** Asks the detector whether a person still is where the runner is followed; it may see none at all in a hard picture. */
  async #check(frame: TimedPicture, crop: Crop): Promise<void> {
    const seen = await this.#detector.find(frame);
    const confirmed = seen.length === 0 || seen.some((other) => cropOverlap(other, crop) >= sameOverlap);
    this.#checkedAtS = frame.timeS;
    this.#failedChecks = confirmed ? 0 : this.#failedChecks + 1;
    if (this.#failedChecks >= failedChecksToLose) this.#crop = null;
  }
}

function largest(crops: readonly Crop[]): Crop | null {
  return crops.reduce<Crop | null>((best, crop) => (best === null || crop.sidePx > best.sidePx ? crop : best), null);
}

function isPlausible(crop: Crop, { widthPx, heightPx }: SizePx): boolean {
  const longSidePx = Math.max(widthPx, heightPx);
  const inside = crop.centreXPx > 0 && crop.centreXPx < widthPx && crop.centreYPx > 0 && crop.centreYPx < heightPx;
  return inside && crop.sidePx > leastSideShare * longSidePx && crop.sidePx < mostSideShare * longSidePx;
}
