import { expect, it } from 'vitest';
import type { MetricDetails } from '../../../details/details.ts';
import { pairMetrics } from './difference.ts';

const metric = (id: string, value: number | null, halfWidth: number | null, side: MetricDetails['side'] = null) =>
  ({ id, group: 'rhythm', side, unit: 'ms', value, halfWidth, n: 4, range: null }) satisfies MetricDetails;

it('marks what differs by more than both error bars', () => {
  const first = [metric('contactTime', 250, 10), metric('flightTime', 100, 8)];
  const second = [metric('flightTime', 117, 8), metric('contactTime', 271, 10)];
  const pairs = pairMetrics(first, second);
  expect(pairs.map(({ id, difference, isBeyond }) => [id, difference, isBeyond])).toEqual([
    ['contactTime', 21, true],
    ['flightTime', 17, true],
  ]);
  expect(pairMetrics([first[0]], [metric('contactTime', 270, 10)])[0].isBeyond).toBe(false);
});

it('takes no difference from a number that tells nothing', () => {
  const ankle = (value: number, halfWidth: number) => ({
    ...metric('ankleMin', value, halfWidth, 'right'),
    unit: 'deg' as const,
  });
  const [pair] = pairMetrics([ankle(-42, 96)], [ankle(-11, 8)]);
  expect([pair.difference, pair.isBeyond]).toEqual([null, false]);
  expect(pairMetrics([ankle(-42, 10)], [ankle(-11, 8)])[0].isBeyond).toBe(true);
});

it('keeps legs apart, and what one of the two lacks', () => {
  const first = [metric('stance', 36, 1, 'left'), metric('stance', 37, 1, 'right'), metric('swing', null, null)];
  const second = [metric('stance', 40, 1, 'right'), metric('cadence', 170, 1), metric('swing', null, null)];
  expect(pairMetrics(first, second).map(({ id, side, difference }) => [id, side, difference])).toEqual([
    ['stance', 'left', null],
    ['stance', 'right', 3],
    ['cadence', null, null],
  ]);
});
