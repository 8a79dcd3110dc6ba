import { expect, it } from 'vitest';
import { measured, withheld } from './measured.ts';
import { paceSPerKm } from './pace.ts';
import { stepLengthM } from './step-length.ts';

it('makes pace and step length agree with speed and cadence', () => {
  const speed = measured(3, 0.06, 20);
  expect(paceSPerKm(speed)).toEqual({ value: 1000 / 3, halfWidth: expect.closeTo(20 / 3, 9), n: 20 });
  const step = stepLengthM(speed, measured(180, 0.2, 24));
  expect(step.value).toBe(1);
  expect(step.halfWidth).toBeCloseTo(0.02, 3);
  expect(stepLengthM(speed, withheld('too_few_steps')).reason).toBe('too_few_steps');
});
