import type { Crop } from '../crop.ts';
import { keypointNames } from '../keypoint-names.ts';
import type { Keypoints } from '../keypoint-network.ts';

/** What a reader is asked to do with a picture. */
export type JobKind = 'read' | 'find';

/** Persons that a look can report; the detector gives the surest first. */
const mostPersons = 8;
const count = keypointNames.length;

/** Numbers of one job, in order: what is asked, the answer, the persons found, the keypoints. */
const kindAt = 0;
const slotAt = 1;
const cropAt = 2;
const foundAt = 6;
const nextCropAt = 7;
const personCountAt = 11;
const personsAt = 12;
const xAt = personsAt + 4 * mostPersons;
const yAt = xAt + count;
const scoreAt = yAt + count;
const numbersPerJob = scoreAt + count;

/** Questions to the readers and their answers, in shared memory, so that no message carries more than a job's number. */
export class ReadJobs {
  readonly shared: SharedArrayBuffer;
  readonly #numbers: Float64Array;
  readonly #keypoints: readonly Keypoints[];

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared;
    this.#numbers = new Float64Array(shared);
    const jobs = this.#numbers.length / numbersPerJob;
    const part = (job: number, from: number) =>
      this.#numbers.subarray(job * numbersPerJob + from, job * numbersPerJob + from + count);
    this.#keypoints = Array.from({ length: jobs }, (_, job) => ({
      xPx: part(job, xAt),
      yPx: part(job, yAt),
      score: part(job, scoreAt),
    }));
  }

  static create(jobs: number): ReadJobs {
    return new ReadJobs(new SharedArrayBuffer(8 * numbersPerJob * jobs));
  }

  /** @param crop Where to read; a look at the whole picture needs none. */
  ask(job: number, kind: JobKind, slot: number, crop: Crop | null): void {
    const at = job * numbersPerJob;
    this.#numbers[at + kindAt] = kind === 'read' ? 0 : 1;
    this.#numbers[at + slotAt] = slot;
    if (crop !== null) this.#putCrop(at + cropAt, crop);
  }

  kind(job: number): JobKind {
    return this.#numbers[job * numbersPerJob + kindAt] === 0 ? 'read' : 'find';
  }

  slot(job: number): number {
    return this.#numbers[job * numbersPerJob + slotAt];
  }

  crop(job: number): Crop {
    return this.#getCrop(job * numbersPerJob + cropAt);
  }

  /** The keypoints that the reader wrote or is to write. */
  keypoints(job: number): Keypoints {
    return this.#keypoints[job];
  }

  answerReading(job: number, found: boolean, nextCrop: Crop): void {
    const at = job * numbersPerJob;
    this.#numbers[at + foundAt] = found ? 1 : 0;
    this.#putCrop(at + nextCropAt, nextCrop);
  }

  answerPersons(job: number, persons: readonly Crop[]): void {
    const at = job * numbersPerJob;
    const told = Math.min(persons.length, mostPersons);
    this.#numbers[at + personCountAt] = told;
    for (let i = 0; i < told; i++) this.#putCrop(at + personsAt + 4 * i, persons[i]);
  }

  found(job: number): boolean {
    return this.#numbers[job * numbersPerJob + foundAt] === 1;
  }

  nextCrop(job: number): Crop {
    return this.#getCrop(job * numbersPerJob + nextCropAt);
  }

  persons(job: number): Crop[] {
    const at = job * numbersPerJob;
    return Array.from({ length: this.#numbers[at + personCountAt] }, (_, i) => this.#getCrop(at + personsAt + 4 * i));
  }

  #putCrop(at: number, { centreXPx, centreYPx, sidePx, rotationRad }: Crop): void {
    this.#numbers[at] = centreXPx;
    this.#numbers[at + 1] = centreYPx;
    this.#numbers[at + 2] = sidePx;
    this.#numbers[at + 3] = rotationRad;
  }

  #getCrop(at: number): Crop {
    return {
      centreXPx: this.#numbers[at],
      centreYPx: this.#numbers[at + 1],
      sidePx: this.#numbers[at + 2],
      rotationRad: this.#numbers[at + 3],
    };
  }
}
