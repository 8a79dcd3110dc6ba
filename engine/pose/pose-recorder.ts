import type { SizePx } from '../video/video.ts';
import type { PoseNetwork } from './custom/network-choice.ts';
import { keypointNames } from './keypoint-names.ts';
import type { Keypoints } from './keypoint-network.ts';
import type { PeopleInView, PoseSequence } from './pose-sequence.ts';

const count = keypointNames.length;

/** Collects keypoints, frames in any order, turning pixels of the pictures that were read into pixels of the source. */
export class PoseRecorder {
  readonly #network: PoseNetwork;
  readonly #source: SizePx;
  readonly #perPixelX: number;
  readonly #perPixelY: number;
  #frameCount = 0;
  readonly #timesS: Float64Array;
  readonly #xPx: Float64Array;
  readonly #yPx: Float64Array;
  readonly #score: Float64Array;
  readonly #found: Uint8Array;

  /**
   * @param read Size of the pictures in whose pixels keypoints come.
   * @param mostFrames Frames that may come at most.
   */
  constructor(network: PoseNetwork, source: SizePx, read: SizePx, mostFrames: number) {
    this.#network = network;
    this.#source = source;
    this.#perPixelX = source.widthPx / read.widthPx;
    this.#perPixelY = source.heightPx / read.heightPx;
    this.#timesS = new Float64Array(mostFrames);
    this.#xPx = new Float64Array(mostFrames * count).fill(Number.NaN);
    this.#yPx = new Float64Array(mostFrames * count).fill(Number.NaN);
    this.#score = new Float64Array(mostFrames * count);
    this.#found = new Uint8Array(mostFrames);
  }

  get frameCount(): number {
    return this.#frameCount;
  }

  /** Puts down frame `row`; `keypoints` is null where the runner was not found. */
  put(row: number, timeS: number, keypoints: Keypoints | null): void {
    this.#timesS[row] = timeS;
    this.#frameCount++;
    if (keypoints === null) return;
    this.#found[row] = 1;
    for (let k = 0; k < count; k++) {
      this.#xPx[row * count + k] = keypoints.xPx[k] * this.#perPixelX;
      this.#yPx[row * count + k] = keypoints.yPx[k] * this.#perPixelY;
      this.#score[row * count + k] = keypoints.score[k];
    }
  }

  /** Everything that was put down, rows from 0 on without a gap, and who was in view. */
  finish(people: PeopleInView | null = null): PoseSequence {
    const frames = this.#frameCount;
    return {
      network: this.#network,
      frameCount: frames,
      widthPx: this.#source.widthPx,
      heightPx: this.#source.heightPx,
      timesS: this.#timesS.slice(0, frames),
      xPx: this.#xPx.slice(0, frames * count),
      yPx: this.#yPx.slice(0, frames * count),
      score: this.#score.slice(0, frames * count),
      found: this.#found.slice(0, frames),
      people,
    };
  }
}
