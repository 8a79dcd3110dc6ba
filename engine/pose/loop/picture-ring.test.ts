import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
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

test.each(['release', 'stop'] as const)('a thread that waits for a slot goes on at a %s', async (what) => {
  const ring = PictureRing.create(layout, 1);
  ring.take();
  const waits = `
    const { parentPort, workerData } = require('node:worker_threads');
    const flags = new Int32Array(workerData);
    const before = Atomics.load(flags, 0);
    parentPort.postMessage('waiting');
    parentPort.postMessage(Atomics.wait(flags, 0, before, 20000));
  `;
  const worker = new Worker(waits, { eval: true, workerData: ring.shared.flags });
  const said: string[] = [];
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  await new Promise<void>((resolve) => {
    worker.on('message', (message: string) => {
      said.push(message);
      resolve();
    });
  });
  if (what === 'release') ring.release(0);
  else ring.stop();
  await ended;
  expect(['ok', 'not-equal']).toContain(said[1]);
  expect(ring.take()).toBe(what === 'release' ? 0 : null);
});
