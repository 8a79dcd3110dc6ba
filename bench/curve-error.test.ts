import { expect, it } from 'vitest';
import { curveError } from './curve-error.ts';

const truth = Array.from({ length: 101 }, (_, i) => 40 * Math.sin((2 * Math.PI * i) / 100));

it('parts a curve’s error into its offset and its shape', () => {
  const error = curveError(
    truth.map((value, i) => value + 3 + (i % 2 === 0 ? 4 : -4)),
    truth,
  );
  expect(error?.offset).toBeCloseTo(3, 1);
  expect(error?.rmsOfShape).toBeCloseTo(4, 1);
  expect(error?.rms).toBeCloseTo(5, 1);
});

it('says nothing of a curve that is hardly known', () => {
  expect(
    curveError(
      truth.map((value, i) => (i < 40 ? value : null)),
      truth,
    ),
  ).toBeNull();
});
