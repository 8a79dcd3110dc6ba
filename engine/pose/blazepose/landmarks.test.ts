import { expect, test } from 'vitest';
import type { Crop } from '../crop.ts';
import { keypointIndex } from '../keypoint-names.ts';
import { emptyKeypoints } from '../keypoint-network.ts';
import { type BlazePoseOutput, landmarkCrop, readLandmarks } from './landmarks.ts';

const crop: Crop = { centreXPx: 300, centreYPx: 200, sidePx: 512, rotationRad: 0 };

function output(points: Record<number, readonly [x: number, y: number, visibility: number]>): BlazePoseOutput {
  const landmarks = new Float32Array(23 * 3);
  for (const [point, [x, y, visibility]] of Object.entries(points)) {
    landmarks.set([x, y, visibility], 3 * Number(point));
  }
  return { landmarks, heatmap: new Float32Array(64 * 64 * 21).fill(-20), inputSidePx: 256 };
}

const at = (keypoints: ReturnType<typeof emptyKeypoints>, name: keyof typeof keypointIndex) => {
  const k = keypointIndex[name];
  return [keypoints.xPx[k], keypoints.yPx[k], keypoints.score[k]];
};

test('landmarks become keypoints of the picture; without a peak there is no trust in them', () => {
  const keypoints = emptyKeypoints();
  readLandmarks(output({ 0: [128, 0, 0], 18: [255, 128, 2], 19: [0, 252, -3] }), crop, keypoints);
  expect(at(keypoints, 'nose').slice(0, 2)).toEqual([300, -56]);
  expect(at(keypoints, 'right_heel').slice(0, 2)).toEqual([554, 200]);
  expect(at(keypoints, 'left_toe').slice(0, 2)).toEqual([44, 448]);
  for (const score of keypoints.score) expect(score).toBeLessThan(1e-6);
});

test('a peak near the landmark moves it; the score is visibility times the peak', () => {
  const seen = output({ 19: [128, 128, 1] });
  seen.heatmap[(33 * 64 + 30) * 21 + 19] = 2;
  const keypoints = emptyKeypoints();
  readLandmarks(seen, crop, keypoints);
  const [x, y, score] = at(keypoints, 'left_toe');
  expect(x).toBeCloseTo(300 - 2 * 8, 3);
  expect(y).toBeCloseTo(200 + 1 * 8, 3);
  expect(score).toBeCloseTo(1 / (1 + Math.exp(-1)) / (1 + Math.exp(-2)), 6);
});

test('the next crop is the circle about the hips that the network names', () => {
  const next = landmarkCrop(output({ 21: [128, 128, 0], 22: [128, 28, 0] }), crop);
  expect(next).toEqual({ centreXPx: 300, centreYPx: 200, sidePx: 2 * 200 * 1.25, rotationRad: 0 });
});
