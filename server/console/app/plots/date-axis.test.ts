import { expect, it } from 'vitest';
import { dateAxis } from './date-axis.ts';

const at = (month: number, day: number, hour = 12, minute = 0): number =>
  new Date(2026, month - 1, day, hour, minute).getTime();
const labels = (timesMs: readonly number[], count = 3) =>
  dateAxis(timesMs, 'en', count).ticks.map(({ label }) => label);

it('names the one moment that there is, by its hour and its day, and no day after it', () => {
  const axis = dateAxis([at(11, 29, 20, 2)], 'en', 3);
  expect(axis.ticks).toHaveLength(1);
  expect(axis.ticks[0].label).toMatch(/^8:02\sPM$/);
  expect(axis.day).toBe('Nov 29');
  expect(axis.textOf(at(11, 29, 20, 2))).toMatch(/^Nov 29, 8:02\sPM$/);
  expect(axis.domain[0]).toBeLessThan(at(11, 29, 20, 2));
});

it('counts the hours of one day', () => {
  expect(
    labels([at(11, 29, 8), at(11, 29, 20)])
      .join(' ')
      .replace(/\s/g, ' '),
  ).toBe('6:00 AM 12:00 PM 6:00 PM');
  const [first, last] = [at(11, 29, 20, 2), at(11, 29, 20, 2) + 10_000];
  const batch = dateAxis([first, last], 'en', 3);
  expect(batch.ticks).toHaveLength(1);
  expect(batch.domain).toEqual([first - 2000, last + 2000]);
});

it('counts days, and none in the future', () => {
  expect(labels([at(11, 28), at(11, 29)])).toEqual(['Nov 28', 'Nov 29']);
  expect(labels([at(11, 29, 23, 50), at(11, 30, 0, 10)])).toEqual(['Nov 29', 'Nov 30']);
  const long = dateAxis([at(1, 3), at(4, 20), at(7, 1)], 'en', 3);
  expect(long.day).toBeNull();
  expect(long.ticks.length).toBeGreaterThan(1);
  for (const { value } of long.ticks) expect(value).toBeLessThanOrEqual(at(7, 1));
});
