import { expect, test } from 'vitest';
import { keypointNames } from '../keypoint-names.ts';
import { poseBytes, poseFromBytes } from './pose-bytes.ts';

const about = { network: 'blazepose-lite', widthPx: 640, heightPx: 360, people: null } as const;
const frameCount = 3;

function bytesOfThree(): Buffer {
  const points = frameCount * keypointNames.length;
  const counted = (from: number, length: number) => Float64Array.from({ length }, (_, index) => from + index);
  return poseBytes({
    timesS: counted(0.5, frameCount),
    xPx: counted(100, points),
    yPx: counted(1000, points),
    score: counted(10_000, points),
    found: Uint8Array.of(1, 0, 1),
  });
}

test('a sequence comes back from its bytes, wherever they lie in memory', () => {
  const bytes = bytesOfThree();
  const shifted = Buffer.concat([Buffer.from([9]), bytes]).subarray(1);
  const pose = poseFromBytes(shifted, frameCount, about);
  expect(poseBytes(pose).equals(bytes)).toBe(true);
  expect([...pose.timesS]).toEqual([0.5, 1.5, 2.5]);
  expect([pose.xPx[0], pose.yPx[0], pose.score[0]]).toEqual([100, 1000, 10_000]);
  expect([...pose.found]).toEqual([1, 0, 1]);
});

test.each([
  ['no bytes', (bytes: Buffer) => bytes.subarray(0, 0)],
  ['bytes that end within a number', (bytes: Buffer) => bytes.subarray(0, 396)],
  ['a byte less', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['a byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])],
])('%s: the process that wrote them has failed', (_, change) => {
  const bytes = bytesOfThree();
  const wrong = change(bytes);
  const detail = `${wrong.length} of ${bytes.length} bytes of keypoints came`;
  expect(() => poseFromBytes(wrong, frameCount, about)).toThrow(
    expect.objectContaining({ code: 'inference_failed', detail }),
  );
});
