import { expect, it } from 'vitest';
import { roundedTime, secondsLeft } from './time-left.ts';

it('goes on at the rate that was seen', () => {
  expect(secondsLeft({ atMs: 1000, percentage: 10 }, { atMs: 5000, percentage: 50 })).toBe(5);
  expect(secondsLeft({ atMs: 0, percentage: 50 }, { atMs: 1000, percentage: 100 })).toBe(0);
});

it('tells none before there is a rate', () => {
  const first = { atMs: 0, percentage: 10 };
  expect(secondsLeft(first, first)).toBeNull();
  expect(secondsLeft(first, { atMs: 900, percentage: 12 })).toBeNull();
});

it('says it roundly', () => {
  expect([0, 7, 43, 57].map((seconds) => roundedTime(seconds).count)).toEqual([5, 5, 45, 55]);
  expect(roundedTime(58)).toEqual({ unit: 'minutes', count: 1 });
  expect(roundedTime(200)).toEqual({ unit: 'minutes', count: 3 });
});
