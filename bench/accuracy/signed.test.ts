import { expect, it } from 'vitest';
import { signed } from './signed.ts';

it.each([
  [12.34, 1, '+12.3'],
  [-12.34, 1, '-12.3'],
  [-0.3, 0, '0'],
  [0.3, 0, '0'],
  [-0.004, 2, '0.00'],
  [-0, 0, '0'],
  [-0.6, 0, '-1'],
])('writes %s with %i decimals as %s', (value, decimals, text) => {
  expect(signed(value, decimals)).toBe(text);
});
