import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { rgbLayout } from '../../video/planar-picture.ts';
import type { Crop } from '../crop.ts';
import { PoseRecorder } from '../pose-recorder.ts';
import { PictureRing } from './picture-ring.ts';
import { ReadJobs } from './read-jobs.ts';
import { finder, jobsPerReader, ReadQueue, type ReadRequest } from './read-queue.ts';
import { RunnerLoop } from './runner-loop.ts';

const size = { widthPx: 16, heightPx: 16 };
const runner: Crop = { centreXPx: 8, centreYPx: 8, sidePx: 12, rotationRad: 0 };
/** What a look at the whole picture takes, as a share of a reading. */
const findCost = 1.5;

/** Readers in a time of their own: a reading takes 1, and each reader does its jobs one after the other. */
class TimedReaders {
  now = 0;
  busy = 0;
  readonly #queue: ReadQueue;
  readonly #jobs: ReadJobs;
  readonly #freeAt: number[];
  readonly #ends: { readonly at: number; readonly job: number; readonly request: ReadRequest }[] = [];

  constructor(readers: number) {
    this.#queue = new ReadQueue(readers);
    this.#jobs = ReadJobs.create(readers * jobsPerReader);
    this.#freeAt = new Array(readers).fill(0);
  }

  use(): void {
    this.now = 0;
  }

  ask(request: ReadRequest, isUrgent = false): void {
    this.#queue.add(request, isUrgent);
    this.#start();
  }

  /** Goes on to the end of the next job; false if nothing is under way. */
  async step(): Promise<boolean> {
    await setImmediate();
    const next = this.#ends.sort((a, b) => a.at - b.at).shift();
    if (next === undefined) return false;
    this.now = next.at;
    this.#jobs.answerPersons(next.job, [runner]);
    this.#jobs.keypoints(next.job).score.fill(1);
    if (next.request.kind === 'read') this.#jobs.answerReading(next.job, true, runner);
    next.request.done(this.#jobs, next.job);
    this.#queue.finish(next.job);
    this.#start();
    await setImmediate();
    return true;
  }

  #start(): void {
    for (let next = this.#queue.assign(); next !== null; next = this.#queue.assign()) {
      const { reader, job, request } = next;
      if (request.kind === 'find') expect(reader).toBe(finder);
      const cost = request.kind === 'find' ? findCost : 1;
      const at = Math.max(this.now, this.#freeAt[reader]) + cost;
      this.#freeAt[reader] = at;
      this.busy += cost;
      this.#ends.push({ at, job, request });
    }
  }
}

/** Share of their time in which readers work, when pictures come as soon as there is room. */
async function utilisation(readerCount: number, fps: number): Promise<number> {
  const timesS = Float64Array.from({ length: 10 * fps }, (_, row) => row / fps);
  const ring = PictureRing.create(rgbLayout(size), RunnerLoop.slotsNeeded(timesS, readerCount));
  const readers = new TimedReaders(readerCount);
  const recorder = new PoseRecorder('blazepose-lite', size, size, timesS.length);
  const loop = new RunnerLoop({ ring, readers, recorder });
  for (const timeS of timesS) {
    let slot = ring.tryTake();
    for (; slot === null; slot = ring.tryTake()) {
      if (!(await readers.step())) throw new Error('nobody works, and there is no room');
    }
    loop.push(slot, timeS);
  }
  const ended = loop.end();
  while (await readers.step());
  await ended;
  return readers.busy / (readers.now * readerCount);
}

test.each([
  [1, 30, 0.99],
  [2, 30, 0.95],
  [2, 60, 0.95],
  [4, 60, 0.9],
  [8, 120, 0.85],
])('%i readers of a clip at %i frames per second are busy', async (readers, fps, least) => {
  expect(await utilisation(readers, fps)).toBeGreaterThan(least);
});
