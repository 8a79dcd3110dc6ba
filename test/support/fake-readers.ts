import { setImmediate } from 'node:timers/promises';
import { type Crop, cropOverlap } from '../../engine/pose/crop.ts';
import type { PictureRing } from '../../engine/pose/loop/picture-ring.ts';
import { ReadJobs } from '../../engine/pose/loop/read-jobs.ts';
import type { ReadRequest } from '../../engine/pose/loop/read-queue.ts';

/** Where the runner is at a time; null where there is none. */
export type World = (timeS: number) => Crop | null;

export interface FakeReadersOptions {
  readonly timesS: Float64Array;
  readonly world: World;
  /** Requests that are under way at once. */
  readonly capacity: number;
  /** From 0 to 1; decides which request under way is answered next. */
  readonly random: () => number;
}

/** The row of the frame that was written into a slot. */
export const rowIn = (ring: PictureRing, slot: number): number => ring.bytes(slot).readUInt32LE();

interface Asked {
  readonly request: ReadRequest;
  readonly row: number;
  readonly isUrgent: boolean;
}

/**
 * Readers that know where the runner is, and answer one request when they are told to. A picture is its row, a little-endian
 * uint32 at its beginning. What they read tells the runner's place and the crop that was asked for.
 */
export class FakeReaders {
  /** Anchors, in the order in which they were first looked at. */
  readonly scoutedRows: number[] = [];
  /** Frames that were looked at as a whole. */
  readonly foundRows: number[] = [];
  /** Frames that were read in their planned crop, and up to where anchors had been read by then. */
  readonly plannedReads: { readonly row: number; readonly scoutedS: number }[] = [];
  askedCount = 0;
  readonly #options: FakeReadersOptions;
  readonly #jobs = ReadJobs.create(1);
  readonly #urgent: Asked[] = [];
  readonly #waiting: Asked[] = [];
  readonly #running: Asked[] = [];
  #ring: PictureRing | null = null;
  #scoutedS = Number.NEGATIVE_INFINITY;

  constructor(options: FakeReadersOptions) {
    this.#options = options;
  }

  use(ring: PictureRing): void {
    this.#ring = ring;
  }

  ask(request: ReadRequest, isUrgent = false): void {
    const row = this.#rowOf(request);
    this.askedCount++;
    (isUrgent ? this.#urgent : this.#waiting).push({ request, row, isUrgent });
    if (!isUrgent) this.plannedReads.push({ row, scoutedS: this.#scoutedS });
    else if (!this.scoutedRows.includes(row)) this.scoutedRows.push(row);
    if (request.kind === 'find') this.foundRows.push(row);
    this.#start();
  }

  /** Answers one of the requests under way; false if there is none. */
  async answerOne(): Promise<boolean> {
    await setImmediate();
    const index = Math.floor(this.#options.random() * this.#running.length);
    const [asked] = this.#running.splice(index, 1);
    if (asked === undefined) return false;
    this.#answer(asked);
    this.#start();
    await setImmediate();
    return true;
  }

  #start(): void {
    while (this.#running.length < this.#options.capacity) {
      const next = this.#urgent.shift() ?? this.#waiting.shift();
      if (next === undefined) return;
      this.#running.push(next);
    }
  }

  #answer({ request, row, isUrgent }: Asked): void {
    if (this.#rowOf(request) !== row) throw new Error(`the picture of row ${row} was overwritten before it was read`);
    const timeS = this.#options.timesS[row];
    const runner = this.#options.world(timeS);
    if (isUrgent) this.#scoutedS = Math.max(this.#scoutedS, timeS);
    if (request.kind === 'find') this.#jobs.answerPersons(0, runner === null ? [] : [runner]);
    else this.#read(request.crop, runner);
    request.done(this.#jobs, 0);
  }

  #read(crop: Crop | null, runner: Crop | null): void {
    if (crop === null) throw new Error('a frame is to be read, but not where');
    const { xPx, yPx, score } = this.#jobs.keypoints(0);
    xPx.fill(runner?.centreXPx ?? Number.NaN);
    yPx.fill(runner?.centreYPx ?? Number.NaN);
    yPx.set([crop.centreXPx, crop.centreYPx, crop.sidePx, crop.rotationRad]);
    score.fill(1);
    this.#jobs.answerReading(0, runner !== null && cropOverlap(runner, crop) > 0.2, runner ?? crop);
  }

  #rowOf({ slot }: ReadRequest): number {
    if (this.#ring === null) throw new Error('a request came before the pictures');
    return rowIn(this.#ring, slot);
  }
}
