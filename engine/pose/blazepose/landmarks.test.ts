import { expect, test } from 'vitest';
import type { Crop } from '../crop.ts';
import { keypointIndex } from '../keypoint-names.ts';
import { emptyKeypoints } from '../keypoint-network.ts';
import { landmarkCrop, readLandmarks } from './landmarks.ts';

const crop: Crop = { centreXPx: 300, centreYPx: 200, sidePx: 512, rotationRad: 0 };

function output(points: Record<number, readonly [x: number, y: number, visibility: number]>): Float32Array {
  const values = new Float32Array(39 * 5);
  for (const [row, [x, y, visibility]] of Object.entries(points)) {
    values.set([x, y, 0, visibility, 9], Number(row) * 5);
  }
  return values;
}

test('landmarks become keypoints of the picture, visibility their score', () => {
  const keypoints = emptyKeypoints();
  readLandmarks(output({ 0: [128, 0, 0], 30: [256, 128, 2], 31: [0, 256, -3] }), crop, 256, keypoints);
  const at = (name: keyof typeof keypointIndex) => {
    const k = keypointIndex[name];
    return [keypoints.xPx[k], keypoints.yPx[k], keypoints.score[k]];
  };
  expect(at('nose')).toEqual([300, -56, 0.5]);
  expect(at('right_heel')).toEqual([556, 200, 1 / (1 + Math.exp(-2))]);
  expect(at('left_toe')).toEqual([44, 456, 1 / (1 + Math.exp(3))]);
});

test('the next crop is the circle about the hips that the network names', () => {
  const next = landmarkCrop(output({ 33: [128, 128, 0], 34: [128, 28, 0] }), crop, 256);
  expect(next).toEqual({ centreXPx: 300, centreYPx: 200, sidePx: 2 * 200 * 1.25, rotationRad: 0 });
});
