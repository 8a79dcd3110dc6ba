import { expect, it } from 'vitest';
import { round } from './rounding.ts';

it('rounds, and has neither −0 nor a value for null', () => {
  expect(round(2.1234, 3)).toBe(2.123);
  expect(round(280.5, 0)).toBe(281);
  expect(round(null, 2)).toBeNull();
  expect(Object.is(round(-0.001, 1), 0)).toBe(true);
});
