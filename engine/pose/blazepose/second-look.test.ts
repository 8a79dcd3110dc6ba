import { expect, test } from 'vitest';
import { rgbPicture } from '../../video/planar-picture.ts';
import type { Crop } from '../crop.ts';
import { keypointIndex } from '../keypoint-names.ts';
import { emptyKeypoints, type KeypointNetwork } from '../keypoint-network.ts';
import { withSecondLook } from './second-look.ts';

const picture = rgbPicture({ widthPx: 2, heightPx: 2, rgb: new Uint8Array(12) });
const crop: Crop = { centreXPx: 1, centreYPx: 1, sidePx: 100, rotationRad: 0.1 };

/** A network that is as sure of the left toe as it is told for each look, and writes the look's number as x. */
function network(toeScores: readonly number[], seen: Crop[]): KeypointNetwork {
  return {
    async read(_picture, shown, keypoints) {
      keypoints.score.fill(0.9);
      keypoints.score[keypointIndex.left_toe] = toeScores[seen.length];
      keypoints.xPx.fill(seen.length);
      seen.push(shown);
      return { found: true, nextCrop: shown };
    },
    close: () => Promise.resolve(),
  };
}

async function look(toeScores: readonly number[]) {
  const seen: Crop[] = [];
  const keypoints = emptyKeypoints();
  const { nextCrop } = await withSecondLook(network(toeScores, seen)).read(picture, crop, keypoints);
  return { seen, chosen: keypoints.xPx[0], nextCrop };
}

test('a clear picture is looked at once', async () => {
  expect((await look([0.5])).seen).toEqual([crop]);
});

test('a doubtful foot is looked at again, closer, and the surer picture is kept', async () => {
  const { seen, chosen, nextCrop } = await look([0.1, 0.6]);
  expect(seen).toEqual([crop, { ...crop, sidePx: 90 }]);
  expect(chosen).toBe(1);
  expect(nextCrop).toEqual(crop);
  expect((await look([0.1, 0.05])).chosen).toBe(0);
});
