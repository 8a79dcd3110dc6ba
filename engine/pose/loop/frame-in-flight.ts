import type { Crop } from '../crop.ts';
import { emptyKeypoints, type Keypoints } from '../keypoint-network.ts';
import type { JobKind, ReadJobs } from './read-jobs.ts';
import type { ReadRequest } from './read-queue.ts';

/** A frame between its decoding and its reading. There is one object for each slot of the ring, used again and again. */
export class FrameInFlight implements ReadRequest {
  readonly slot: number;
  readonly kind: JobKind = 'read';
  /** How many frames came before it. */
  row = 0;
  timeS = 0;
  crop: Crop | null = null;
  /** Where an early look was taken; null if there was none. */
  lookedAt: Crop | null = null;
  readonly #look: Keypoints = emptyKeypoints();
  readonly #onRead: (frame: FrameInFlight, jobs: ReadJobs, job: number) => void;
  #sawRunner = false;

  constructor(slot: number, onRead: (frame: FrameInFlight, jobs: ReadJobs, job: number) => void) {
    this.slot = slot;
    this.#onRead = onRead;
  }

  arrive(row: number, timeS: number): void {
    this.row = row;
    this.timeS = timeS;
    this.crop = null;
    this.lookedAt = null;
  }

  keepLook(crop: Crop, keypoints: Keypoints | null): void {
    this.lookedAt = crop;
    this.#sawRunner = keypoints !== null;
    if (keypoints === null) return;
    this.#look.xPx.set(keypoints.xPx);
    this.#look.yPx.set(keypoints.yPx);
    this.#look.score.set(keypoints.score);
  }

  /** What the last early look saw; null if no runner. */
  get lookedKeypoints(): Keypoints | null {
    return this.#sawRunner ? this.#look : null;
  }

  /** The request to read the frame in a crop. */
  toRead(crop: Crop): this {
    this.crop = crop;
    return this;
  }

  done(jobs: ReadJobs, job: number): void {
    this.#onRead(this, jobs, job);
  }
}
