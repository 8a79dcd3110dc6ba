import { expect, it } from 'vitest';
import { languages } from '../../engine/score/language.ts';
import { minus, written } from '../console/app/plots/plot-numbers.ts';
import { fixed } from './fixed.ts';

it.each([
  [4.35, 1, '4.4'],
  [-4.35, 1, '-4.4'],
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [12345.6, 0, '12346'],
  [170, 1, '170.0'],
  [-0.04, 1, '0.0'],
  [-0, 0, '0'],
])('writes %s with %i decimals as %s', (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text);
});

it('rounds as the console does', () => {
  expect(languages).toContain('en');
  for (let hundredths = -1000; hundredths < 1000; hundredths++)
    expect(fixed(hundredths / 100, 1).replace('-', minus)).toBe(written(hundredths / 100, 'en', 1));
});
