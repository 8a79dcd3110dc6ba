import { expect, it } from 'vitest';
import { duration, timeLeft } from './time-left.ts';

it('tells how long work will take at the speed it has had', () => {
  expect(timeLeft(10_000, 0.25)).toBe('30 s');
  expect(timeLeft(600_000, 0.2)).toBe('40 min');
  expect(timeLeft(1000, 0.5)).toBeNull();
  expect(timeLeft(60_000, 0)).toBeNull();
  expect(timeLeft(60_000, 1)).toBeNull();
});

it.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [90, '2 min'],
  [5390, '1 h 30 min'],
])('%d s is %s', (s, text) => expect(duration(s)).toBe(text));
