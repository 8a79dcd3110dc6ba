import { describe, expect, test } from 'vitest';
import { uniformAt } from '../../../fixtures/seeded-random.ts';
import { FakeReaders, rowIn, type World } from '../../../test/support/fake-readers.ts';
import { rgbLayout } from '../../video/planar-picture.ts';
import { keypointNames } from '../keypoint-names.ts';
import { PoseRecorder } from '../pose-recorder.ts';
import type { PoseSequence } from '../pose-sequence.ts';
import { reachS } from './crop-planner.ts';
import { PictureRing } from './picture-ring.ts';
import { poseBytes } from './pose-bytes.ts';
import { anchorIntervalS, RunnerLoop } from './runner-loop.ts';

const size = { widthPx: 64, heightPx: 36 };

/** One that runs through the picture, bobbing. */
const crossing: World = (timeS) => ({
  centreXPx: 12 + 3.5 * timeS,
  centreYPx: 18 + Math.sin(17 * timeS),
  sidePx: 20 + 0.5 * Math.cos(17 * timeS),
  rotationRad: 0.02 * Math.sin(9 * timeS),
});

const seededRandom = (seed: number): (() => number) => {
  let drawn = 0;
  return () => uniformAt(seed, drawn++);
};

const constantRate = (fps: number, durationS: number): Float64Array =>
  Float64Array.from({ length: Math.round(fps * durationS) }, (_, i) => i / fps);
const fromGaps = (count: number, gapS: (i: number) => number): Float64Array => {
  let timeS = 0;
  return Float64Array.from({ length: count }, (_, i) => {
    if (i > 0) timeS += gapS(i);
    return timeS;
  });
};

const varying = seededRandom(3);
const clips: Readonly<Record<string, Float64Array>> = {
  ...Object.fromEntries([10, 25, 30, 60, 120].map((fps) => [`${fps} fps`, constantRate(fps, 3)])),
  'ten frames at 30 fps': constantRate(30, 1 / 3),
  'ten frames, one a second': constantRate(1, 10),
  'a single frame': constantRate(1, 1),
  'a rate that varies': fromGaps(200, () => 0.002 + 0.06 * varying() ** 2),
  'gaps of a second': fromGaps(150, (i) => (i % 40 === 0 ? 1 : 1 / 60)),
  'bursts of a millisecond a frame': fromGaps(300, (i) => (i % 60 === 0 ? 0.5 : 0.001)),
  'a burst at the end': fromGaps(200, (i) => (i < 60 ? 1 / 30 : 0.002)),
  'anchors as far apart as they can be': fromGaps(90, (i) => (i % 2 === 1 ? 0.0999 : 0.0999 - 1e-4 * (i % 3))),
  'anchors just missed': fromGaps(240, (i) => (i % 24 === 0 ? 0.1 : 0.0999 / 23)),
};

interface Run {
  readonly pose: PoseSequence;
  readonly readers: FakeReaders;
  /** How often each slot's release came while it was taken. */
  readonly released: readonly number[];
  readonly done: readonly number[];
}

interface RunOptions {
  readonly world?: World;
  /** Decides which reader answers first, and how far the pictures run ahead of the readers. */
  readonly seed?: number;
  readonly readerCount?: number;
  readonly slotCount?: number;
  readonly onFrame?: (done: number, loop: RunnerLoop) => void;
}

/** Pushes every picture as soon as there is room for it, and lets readers answer when there is none, or at random. */
async function run(timesS: Float64Array, options: RunOptions = {}): Promise<Run> {
  const { world = crossing, seed = 1, readerCount = 2, onFrame } = options;
  const { slotCount = RunnerLoop.slotsNeeded(timesS, readerCount) } = options;
  const random = seededRandom(seed);
  const ring = PictureRing.create(rgbLayout(size), slotCount);
  const released: number[] = new Array(timesS.length).fill(0);
  const release = ring.release.bind(ring);
  ring.release = (slot) => {
    released[rowIn(ring, slot)]++;
    release(slot);
  };
  const readers = new FakeReaders({ timesS, world, capacity: 2 * readerCount, random });
  const recorder = new PoseRecorder('blazepose-lite', size, size, timesS.length);
  const done: number[] = [];
  const loop: RunnerLoop = new RunnerLoop({
    ring,
    readers,
    recorder,
    onFrame(count) {
      done.push(count);
      onFrame?.(count, loop);
    },
  });
  for (let row = 0; row < timesS.length && !loop.hasFailed; row++) {
    let slot = ring.tryTake();
    for (; slot === null && !loop.hasFailed; slot = ring.tryTake()) {
      if (!(await readers.answerOne())) throw new Error('the loop waits for a frame that finds no room');
    }
    if (slot === null) break;
    ring.bytes(slot).writeUInt32LE(row);
    loop.push(slot, timesS[row]);
    if (random() < 0.3) await readers.answerOne();
  }
  const ended = loop.end();
  ended.catch(() => undefined);
  while (await readers.answerOne());
  await ended;
  return { pose: recorder.finish(), readers, released, done };
}

/** Frames at least a tenth of a second apart, the first among them. */
function anchorRows(timesS: Float64Array): number[] {
  const rows: number[] = [];
  timesS.forEach((timeS, row) => {
    if (rows.length === 0 || timeS - timesS[rows[rows.length - 1]] >= anchorIntervalS - 1e-6) rows.push(row);
  });
  return rows;
}

describe.each(Object.entries(clips))('a clip of %s', (_name, timesS) => {
  test('comes out whole, in rows of its order, and gives every slot back once', async () => {
    const { pose, released, done } = await run(timesS);
    expect(pose.timesS).toEqual(timesS);
    expect([...pose.found]).toEqual(new Array(timesS.length).fill(1));
    expect(released).toEqual(new Array(timesS.length).fill(1));
    expect(done).toEqual(Array.from(timesS, (_, i) => i + 1));
    timesS.forEach((timeS, row) => {
      expect(pose.xPx[row * keypointNames.length]).toBe(crossing(timeS)?.centreXPx);
    });
  });

  test('has its anchors read in order, and a frame between once the anchors after it are known', async () => {
    const { readers } = await run(timesS);
    const anchors = anchorRows(timesS);
    expect(readers.scoutedRows).toEqual(anchors);
    const lastAnchorS = timesS[anchors[anchors.length - 1]];
    for (const { row, scoutedS } of readers.plannedReads) {
      expect(scoutedS, `row ${row}`).toBeGreaterThanOrEqual(Math.min(timesS[row] + reachS - 2e-6, lastAnchorS));
    }
  });

  test('gives the same bytes whoever answers first, and however many they are', async () => {
    const [first, ...others] = await Promise.all([
      run(timesS),
      ...[2, 3, 4].map((seed) => run(timesS, { seed, readerCount: seed - 1 })),
      run(timesS, { seed: 5, readerCount: 8, slotCount: timesS.length + 1 }),
    ]);
    for (const { pose } of others) expect(poseBytes(pose).equals(poseBytes(first.pose))).toBe(true);
  });
});

test('a ring of too few slots is told from one of enough', async () => {
  const timesS = constantRate(60, 2);
  await expect(run(timesS, { slotCount: 15 })).rejects.toThrow('finds no room');
});

test('slots follow the rate, not the length of the clip', () => {
  for (const fps of [10, 30, 60, 100, 120]) {
    for (const readers of [1, 2, 8]) {
      const [short, long] = [2, 10].map((durationS) => RunnerLoop.slotsNeeded(constantRate(fps, durationS), readers));
      expect(long).toBe(short);
    }
  }
});

describe('a runner who leaves', () => {
  const gone: World = (timeS) => (timeS > 1.02 && timeS < 1.98 ? null : crossing(timeS));

  test('is missing for as long, and is followed again when back', async () => {
    const timesS = constantRate(60, 3);
    const { pose, readers, released } = await run(timesS, { world: gone });
    timesS.forEach((timeS, row) => {
      expect(pose.found[row], `${timeS} s`).toBe(gone(timeS) === null ? 0 : 1);
    });
    expect(released).toEqual(new Array(timesS.length).fill(1));
    // Nobody to be followed: every anchor there is looked at as a whole.
    const looked = anchorRows(timesS).filter((row) => gone(timesS[row]) === null);
    expect(readers.foundRows).toEqual(expect.arrayContaining(looked));
  });

  test('gives the same bytes whoever answers first', async () => {
    const timesS = constantRate(30, 3);
    const runs = await Promise.all([1, 2, 3].map((seed) => run(timesS, { world: gone, seed, readerCount: seed })));
    for (const { pose } of runs) expect(poseBytes(pose).equals(poseBytes(runs[0].pose))).toBe(true);
  });
});

test('where nobody is, no crop is read', async () => {
  const timesS = constantRate(30, 1);
  const { pose, readers } = await run(timesS, { world: () => null });
  expect(pose.found.some((found) => found === 1)).toBe(false);
  expect(readers.foundRows).toEqual(anchorRows(timesS));
  expect(readers.plannedReads).toEqual([]);
});

describe('a loop that is told to fail', () => {
  const timesS = constantRate(30, 3);

  test('rejects with that, whatever else comes', async () => {
    const failing = run(timesS, {
      onFrame(done, loop) {
        if (done < 20) return;
        loop.fail(new Error('the reader is gone'));
        loop.fail(new Error('another'));
      },
    });
    await expect(failing).rejects.toThrow('the reader is gone');
  });

  test('does no frame more', async () => {
    const done: number[] = [];
    const failing = run(timesS, {
      onFrame(count, loop) {
        done.push(count);
        if (count === 20) loop.fail(new Error('enough'));
      },
    });
    await expect(failing).rejects.toThrow('enough');
    expect(done.at(-1)).toBe(20);
  });

  test('asks for nothing more but what is under way', async () => {
    const world: World = crossing;
    const readers = new FakeReaders({ timesS, world, capacity: 4, random: seededRandom(1) });
    const ring = PictureRing.create(rgbLayout(size), RunnerLoop.slotsNeeded(timesS, 2));
    const loop = new RunnerLoop({ ring, readers, recorder: new PoseRecorder('blazepose-lite', size, size, 90) });
    const push = (row: number): void => {
      const slot = ring.tryTake() ?? 0;
      ring.bytes(slot).writeUInt32LE(row);
      loop.push(slot, timesS[row]);
    };
    for (let row = 0; row < 16; row++) push(row);
    for (let i = 0; i < 4; i++) await readers.answerOne();
    loop.fail(new Error('enough'));
    const asked = readers.askedCount;
    push(16);
    while (await readers.answerOne());
    await expect(loop.end()).rejects.toThrow('enough');
    expect(readers.askedCount - asked).toBeLessThanOrEqual(2);
  });
});
