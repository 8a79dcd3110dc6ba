import { expect, it } from 'vitest';
import { phaseAt, timeAtPhase } from './sync.ts';

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

it('finds the moment of a phase in the stride that is on, or else in the nearest', () => {
  expect(timeAtPhase(strides, { side: 'left', percent: 50, nearS: 2 })).toBeCloseTo(2.2, 9);
  expect(timeAtPhase(strides, { side: 'left', percent: 50, nearS: 0 })).toBeCloseTo(1.4, 9);
  expect(timeAtPhase(strides, { side: 'left', percent: 50, nearS: 3.5 })).toBeCloseTo(4.35, 9);
  expect(timeAtPhase(strides, { side: 'left', percent: 0, nearS: 9 })).toBe(4);
  expect(timeAtPhase([], { side: 'left', percent: 50, nearS: 1 })).toBeNull();
});

it('goes there and back', () => {
  for (const percent of [0, 13, 50, 99])
    expect(phaseAt(strides, 'right', timeAtPhase(strides, { side: 'right', percent, nearS: 1 }) ?? -1)).toBeCloseTo(
      percent,
      6,
    );
});
