import { expect, it } from 'vitest';
import { written } from '../plots/plot-numbers.ts';
import { digitsOf, signedNumberOf } from './formats.ts';

it('writes one digit of an uncertainty, two of one that begins with 1', () => {
  expect([26, 8, 0.8, 0.04, 0.016].map((halfWidth) => digitsOf(halfWidth, 1))).toEqual([0, 0, 1, 2, 3]);
  expect(digitsOf(null, 250)).toBe(0);
  expect(digitsOf(null, 0)).toBe(0);
});

it('gives nothing a sign that rounds to nothing', () => {
  expect([-0.2, 0.2, 3, -3].map((value) => signedNumberOf(value, 'en', 0))).toEqual(['0', '0', '+3', '−3']);
  expect([-0.2, 0.2, -3].map((value) => written(value, 'en', 0))).toEqual(['0', '0', '−3']);
});
