import { expect, it } from 'vitest';
import { momentOf, phaseAt, shownFrameS, strideNear } from './sync.ts';

const strides = [
  { side: 'left', startS: 1, endS: 1.8 },
  { side: 'left', startS: 1.8, endS: 2.6 },
  { side: 'left', startS: 4, endS: 4.7 },
  { side: 'right', startS: 1.4, endS: 2.2 },
] as const;

it('tells the phase of a moment, and that there is none between strides', () => {
  expect(phaseAt(strides, 'left', 1.2)).toBeCloseTo(25, 9);
  expect(phaseAt(strides, 'left', 1.8)).toBe(0);
  expect(phaseAt(strides, 'right', 1.8)).toBeCloseTo(50, 9);
  expect(phaseAt(strides, 'left', 3)).toBeNull();
  expect(phaseAt(strides, 'left', 0)).toBeNull();
});

it('finds the stride that is on, or else the nearest', () => {
  expect(strideNear(strides, 'left', 2)).toBe(strides[1]);
  expect(strideNear(strides, 'left', 1.8)).toBe(strides[1]);
  expect(strideNear(strides, 'left', 0)).toBe(strides[0]);
  expect(strideNear(strides, 'left', 2.7)).toBe(strides[1]);
  expect(strideNear(strides, 'left', 3.5)).toBe(strides[2]);
  expect(strideNear(strides, 'left', 9)).toBe(strides[2]);
  expect(strideNear(strides, 'right', 9)).toBe(strides[3]);
  expect(strideNear([], 'left', 1)).toBeNull();
});

it('goes there and back', () => {
  expect(momentOf(strides[2], 50)).toBeCloseTo(4.35, 9);
  expect(momentOf(strides[2], 100)).toBe(4.7);
  for (const percent of [0, 13, 50, 99])
    expect(phaseAt(strides, 'right', momentOf(strides[3], percent))).toBeCloseTo(percent, 6);
});

it('knows how long a frame of the annotated video is shown', () => {
  expect(shownFrameS({ fps: 30 })).toBeCloseTo(1 / 30, 9);
  expect(shownFrameS({ fps: 120 })).toBeCloseTo(1 / 60, 9);
  expect(shownFrameS({ fps: 240 })).toBeCloseTo(1 / 60, 9);
});
