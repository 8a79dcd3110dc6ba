import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { builtEntry } from '../../built-entry.ts';
import { rgbLayout } from '../../video/planar-picture.ts';
import { PictureRing } from './picture-ring.ts';

const layout = rgbLayout({ widthPx: 4, heightPx: 2 });

test('slots are given out once, and again when they are released, in any order', () => {
  const ring = PictureRing.create(layout, 3);
  expect([ring.tryTake(), ring.tryTake(), ring.tryTake(), ring.tryTake()]).toEqual([0, 1, 2, null]);
  ring.release(1);
  expect(ring.take()).toBe(1);
});

test('what is written into a slot is the picture that another thread sees', () => {
  const ring = PictureRing.create(layout, 2);
  ring.bytes(1).fill(7, 8, 16);
  const other = new PictureRing(ring.shared);
  expect([...other.picture(1).planes[1]]).toEqual(new Array(8).fill(7));
  expect([...other.picture(0).planes[1]]).toEqual(new Array(8).fill(0));
});

// A worker cannot be started from TypeScript on Node 20, so this one takes from the ring as it is built.
const taker = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.ringUrl).then(({ PictureRing }) => {
    parentPort.postMessage(new PictureRing(workerData.shared).take());
  });
`;

/** Resolves once a thread sleeps until the ring changes; wakes it, for nothing has changed. */
async function wakeSleeper({ shared }: PictureRing): Promise<void> {
  const releases = new Int32Array(shared.flags);
  while (Atomics.notify(releases, 0) === 0) await sleep(5);
}

test.each([
  ['a release', (ring: PictureRing) => ring.release(1), 1],
  ['a stop', (ring: PictureRing) => ring.stop(), null],
] as const)('a thread that takes from a full ring sleeps until %s', async (_, change, expected) => {
  const ring = PictureRing.create(layout, 2);
  ring.take();
  ring.take();
  const ringUrl = builtEntry(import.meta.url, './picture-ring.js').href;
  const worker = new Worker(taker, { eval: true, workerData: { ringUrl, shared: ring.shared } });
  onTestFinished(async () => void (await worker.terminate()));
  const answers: (number | null)[] = [];
  worker.on('message', (answer) => answers.push(answer));
  await wakeSleeper(ring);
  // It went back to sleep, as there was still no slot.
  await wakeSleeper(ring);
  await sleep(50);
  expect(answers).toEqual([]);
  change(ring);
  await once(worker, 'exit');
  expect(answers).toEqual([expected]);
});

test('a ring that is stopped gives no slot, not even a free one', () => {
  const ring = PictureRing.create(layout, 1);
  ring.stop();
  expect(ring.take()).toBeNull();
});
