import { expect, test } from 'vitest';
import { cocoKeypointNames, keypointIndex } from '../keypoint-names.ts';
import { emptyKeypoints } from '../keypoint-network.ts';
import { readMoveNet } from './keypoints.ts';
import { seesTorso, torsoCrop } from './torso-crop.ts';

const crop = { centreXPx: 100, centreYPx: 100, sidePx: 200, rotationRad: 0 };

function output(points: Partial<Record<(typeof cocoKeypointNames)[number], readonly [number, number, number]>>) {
  return Float32Array.from(cocoKeypointNames.flatMap((name) => points[name] ?? [0.5, 0.5, 0]));
}

function read(points: Parameters<typeof output>[0]) {
  const keypoints = emptyKeypoints();
  readMoveNet(output(points), crop, keypoints);
  return keypoints;
}

test('values are y, x, score of the crop; MoveNet gives no heels and toes', () => {
  const { xPx, yPx, score } = read({ left_knee: [0.75, 0.25, 0.5] });
  const k = keypointIndex.left_knee;
  expect([xPx[k], yPx[k], score[k]]).toEqual([50, 150, 0.5]);
  expect(xPx[keypointIndex.left_toe]).toBeNaN();
  expect(score[keypointIndex.right_heel]).toBe(0);
});

test('the next crop reaches 1.9 torsos or 1.2 bodies from the hips, whichever is more', () => {
  const torso = {
    left_shoulder: [0.25, 0.5, 0.9],
    right_shoulder: [0.25, 0.5, 0.9],
    left_hip: [0.5, 0.5, 0.9],
    right_hip: [0.5, 0.5, 0.9],
  } as const;
  expect(torsoCrop(read(torso))).toEqual({ centreXPx: 100, centreYPx: 100, sidePx: 2 * 50 * 1.9, rotationRad: 0 });
  const reaching = torsoCrop(read({ ...torso, left_ankle: [1, 0.5, 0.9] }));
  expect(reaching.sidePx).toBeCloseTo(2 * 100 * 1.2, 9);
  const unseen = torsoCrop(read({ ...torso, left_ankle: [1, 0.5, 0.1] }));
  expect(unseen.sidePx).toBeCloseTo(2 * 50 * 1.9, 9);
});

test('a body is seen by a hip and a shoulder', () => {
  expect(seesTorso(read({ left_hip: [0.5, 0.5, 0.5], right_shoulder: [0.2, 0.5, 0.5] }))).toBe(true);
  expect(seesTorso(read({ left_hip: [0.5, 0.5, 0.5], right_shoulder: [0.2, 0.5, 0.1] }))).toBe(false);
});
