import { expect, test } from 'vitest';
import type { Crop } from './crop.ts';
import type { KeypointNetwork } from './keypoint-network.ts';
import { rgbPicture } from './planar-picture.ts';
import { RunnerFollower } from './runner-follower.ts';

const person = (centreXPx: number, sidePx: number): Crop => ({ centreXPx, centreYPx: 200, sidePx, rotationRad: 0 });

/** A stage of 800 x 400 px: who the detector sees in each frame, and where the network finds a body (by centre). */
function stage(seen: (frame: number) => Crop[], isBody: (frame: number, crop: Crop) => boolean) {
  let now = 0;
  const looks: number[] = [];
  const read: { frame: number; crop: Crop }[] = [];
  const network: KeypointNetwork = {
    async read(_picture, crop) {
      read.push({ frame: now, crop });
      return { found: isBody(now, crop), nextCrop: crop };
    },
    close: () => Promise.resolve(),
  };
  const detector = {
    async find() {
      looks.push(now);
      return seen(now);
    },
    close: () => Promise.resolve(),
  };
  const follower = new RunnerFollower(detector, network);
  const follow = async (frames: number) => {
    const found: boolean[] = [];
    for (let i = 0; i < frames; i++, now++) {
      const picture = rgbPicture({ widthPx: 800, heightPx: 400, rgb: new Uint8Array(0) });
      found.push(await follower.follow({ ...picture, timeS: now / 10 }));
    }
    return found;
  };
  return { follow, looks, read };
}

test('the largest person is followed, with the detector only at the start and once a second', async () => {
  const { follow, looks, read } = stage(
    () => [person(100, 90), person(500, 300), person(700, 120)],
    () => true,
  );
  expect(await follow(25)).toEqual(new Array(25).fill(true));
  expect(looks).toEqual([0, 10, 20]);
  expect(read.every(({ crop }) => crop.centreXPx === 500)).toBe(true);
});

test('a lost runner is looked for in the same frame and in every later one', async () => {
  const { follow, looks } = stage(
    (frame) => (frame === 3 || frame === 4 ? [] : [person(400, 200)]),
    (frame) => frame !== 3,
  );
  expect(await follow(7)).toEqual([true, true, true, false, false, true, true]);
  expect(looks).toEqual([0, 3, 4, 5]);
});

test('a runner whom two checks do not confirm is given up for one whom they see', async () => {
  const { follow, looks, read } = stage(
    (frame) => [frame === 0 ? person(150, 200) : person(600, 200)],
    () => true,
  );
  await follow(22);
  expect(looks).toEqual([0, 10, 20, 20]);
  expect(read.find(({ frame }) => frame === 15)?.crop.centreXPx).toBe(150);
  expect(read.find(({ frame }) => frame === 21)?.crop.centreXPx).toBe(600);
});

test('a check that sees nobody changes nothing', async () => {
  const { follow } = stage(
    (frame) => (frame === 0 ? [person(400, 200)] : []),
    () => true,
  );
  expect(await follow(45)).toEqual(new Array(45).fill(true));
});

test('a body the size of a speck is no runner', async () => {
  const { follow } = stage(
    () => [person(400, 30)],
    () => true,
  );
  expect(await follow(3)).toEqual([false, false, false]);
});
