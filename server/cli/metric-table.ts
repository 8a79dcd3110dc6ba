import { en } from '../../engine/overlay/words/en.ts';
import { borderDecimals } from '../details/border-decimals.ts';
import type { MetricDetails } from '../details/details.ts';
import { fixed } from '../details/fixed.ts';
import { textTable } from './text-table.ts';

/** @param metric As the details keep it, and as the console is given it. @param unit In words. @param note Beside a number that was measured. */
export type MetricRow = readonly [name: string, metric: MetricDetails, unit: string, decimals: number, note?: string];

/** Values with their uncertainty, or why they are missing; decimals show on which side of a range's borders a value lies. */
export function metricTable(rows: readonly MetricRow[]): string {
  const table = textTable(
    ['Metric', 'Value', '± (90 %)', 'Unit', 'n', 'Note'],
    rows.map(([name, { value, halfWidth, n, reason, range }, unit, usual, note = '']) => {
      const borders = range === null ? [] : [...range.good, ...range.okay];
      const decimals = value === null ? usual : borderDecimals(value, usual, borders);
      return [
        name,
        value === null ? null : fixed(value, decimals),
        halfWidth === null ? null : fixed(halfWidth, decimals),
        unit,
        n,
        reason === undefined ? note : `withheld: ${reason}`,
      ];
    }),
    ['left', 'right', 'right', 'left', 'right', 'left'],
  );
  return [table, ...reasonLines(rows)].join('\n');
}

/** What the reasons mean, in a few words. */
function reasonLines(rows: readonly MetricRow[]): string[] {
  const reasons = new Set(rows.flatMap(([, { reason }]) => reason ?? []));
  if (reasons.size === 0) return [];
  const meanings = [...reasons].map((reason) => `${reason}: ${en.notices[reason].replace(/: no numbers$/, '')}.`);
  return [...meanings, 'What to do about it: docs/reference/reasons.md'];
}
