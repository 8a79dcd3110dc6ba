import type { DecodedFrame, SizePx } from '../video/video.ts';
import type { PoseNetwork } from './custom/network-choice.ts';
import { keypointNames } from './keypoint-names.ts';
import type { Keypoints } from './keypoint-network.ts';
import type { PoseSequence } from './pose-sequence.ts';

const count = keypointNames.length;

/** Collects keypoints frame by frame, turning pixels of the decoded picture into pixels of the source. */
export class PoseRecorder {
  readonly #network: PoseNetwork;
  readonly #source: SizePx;
  #frameCount = 0;
  #timesS: Float64Array;
  #xPx: Float64Array;
  #yPx: Float64Array;
  #score: Float64Array;
  #found: Uint8Array;

  /** @param expectedFrames Room made at first; more frames than that are taken as well. */
  constructor(network: PoseNetwork, source: SizePx, expectedFrames: number) {
    this.#network = network;
    this.#source = source;
    this.#timesS = new Float64Array(expectedFrames);
    this.#xPx = new Float64Array(expectedFrames * count);
    this.#yPx = new Float64Array(expectedFrames * count);
    this.#score = new Float64Array(expectedFrames * count);
    this.#found = new Uint8Array(expectedFrames);
  }

  get frameCount(): number {
    return this.#frameCount;
  }

  /** Adds a frame; `keypoints` is null where the runner was not found. */
  add(frame: DecodedFrame, keypoints: Keypoints | null): void {
    const index = this.#frameCount;
    if (index === this.#timesS.length) this.#resize(2 * index + 16);
    const perPixelX = this.#source.widthPx / frame.widthPx;
    const perPixelY = this.#source.heightPx / frame.heightPx;
    for (let k = 0; k < count; k++) {
      this.#xPx[index * count + k] = keypoints === null ? Number.NaN : keypoints.xPx[k] * perPixelX;
      this.#yPx[index * count + k] = keypoints === null ? Number.NaN : keypoints.yPx[k] * perPixelY;
      this.#score[index * count + k] = keypoints === null ? 0 : keypoints.score[k];
    }
    this.#timesS[index] = frame.timeS;
    this.#found[index] = keypoints === null ? 0 : 1;
    this.#frameCount = index + 1;
  }

  finish(): PoseSequence {
    this.#resize(this.#frameCount);
    return {
      network: this.#network,
      frameCount: this.#frameCount,
      widthPx: this.#source.widthPx,
      heightPx: this.#source.heightPx,
      timesS: this.#timesS,
      xPx: this.#xPx,
      yPx: this.#yPx,
      score: this.#score,
      found: this.#found,
    };
  }

  #resize(frames: number): void {
    const resized = (values: Float64Array, length: number) => {
      const copy = new Float64Array(length);
      copy.set(values.subarray(0, length));
      return copy;
    };
    this.#timesS = resized(this.#timesS, frames);
    this.#xPx = resized(this.#xPx, frames * count);
    this.#yPx = resized(this.#yPx, frames * count);
    this.#score = resized(this.#score, frames * count);
    const found = new Uint8Array(frames);
    found.set(this.#found.subarray(0, frames));
    this.#found = found;
  }
}
