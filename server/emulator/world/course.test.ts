import { expect, it } from 'vitest';
import { ordinaryCourse, stepsOf } from './course.ts';

const told = (changes: Partial<typeof ordinaryCourse>): string[] =>
  stepsOf({ ...ordinaryCourse, ...changes }).map(
    (step) => `${step.afterMs} ${step.kind}${step.kind === 'progress' ? ` ${step.percentage}` : ''}`,
  );

it('begins, comes forward by tenths and succeeds', () => {
  const steps = told({});
  expect(steps.slice(0, 3)).toEqual(['1000 begin', '2100 progress 10', '3200 progress 20']);
  expect(steps.at(-1)).toBe('12000 succeed');
});

it('stops where it is stuck, and fails where it fails', () => {
  expect(told({ stuckAt: 15 })).toEqual(['1000 begin', '2100 progress 10', '2650 progress 15']);
  expect(told({ failsAt: 10 })).toEqual(['1000 begin', '2100 progress 10', '2100 fail']);
  expect(told({ failsAt: 0 })).toEqual(['1000 begin', '1000 fail']);
  expect(told({ pendingMs: Number.POSITIVE_INFINITY })).toEqual([]);
});
