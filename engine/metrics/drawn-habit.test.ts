import { expect, it } from 'vitest';
import { type CycleDeg, stridePhases, takeHabitOff } from './drawn-habit.ts';
import { strideTurns } from './stride-turns.ts';

const strides = [
  { side: 'left', startS: 1, endS: 1.5 },
  { side: 'left', startS: 1.5, endS: 2.5 },
] as const;

it('counts turns from each touchdown, and on before the first and after the last', () => {
  const turns = strideTurns(Float64Array.of(0.9, 1, 1.25, 1.5, 1.75, 2.5, 2.75), strides);
  for (const [i, turn] of [0.8, 0, 0.5, 0, 0.25, 0, 0.25].entries()) expect(turns[i]).toBeCloseTo(turn, 12);
  expect(strideTurns(Float64Array.of(1, 2), [])).toEqual(Float64Array.of(Number.NaN, Number.NaN));
});

it('takes a curve over the stride off an angle, and nothing where the stride is not known', () => {
  const habit: CycleDeg = [1, -2, 0.5, 3, -1, 0.7];
  const turns = Float64Array.from({ length: 41 }, (_, i) => i / 40);
  const drawnDeg = turns.map((turn) => {
    const at = (harmonic: number): number => 2 * Math.PI * harmonic * turn;
    return [1, 2, 3].reduce(
      (sum, k) => sum + (habit[2 * k - 2] ?? 0) * Math.cos(at(k)) + (habit[2 * k - 1] ?? 0) * Math.sin(at(k)),
      40,
    );
  });
  takeHabitOff(drawnDeg, stridePhases(turns), habit);
  for (const value of drawnDeg) expect(value).toBeCloseTo(40, 10);
  const unknown = Float64Array.of(12);
  takeHabitOff(unknown, stridePhases(Float64Array.of(Number.NaN)), habit);
  expect(unknown[0]).toBe(12);
});
