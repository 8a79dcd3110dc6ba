import type { Measured } from '../../engine/metrics/measured.ts';
import { en } from '../../engine/overlay/words/en.ts';
import { borderDecimals } from '../details/border-decimals.ts';
import { fixed } from './fixed.ts';
import { textTable } from './text-table.ts';

/** @param borders Of the ranges by which the number is judged: it has the decimals that show its side of them. */
export type MetricRow = readonly [
  name: string,
  measured: Measured,
  unit: string,
  decimals: number,
  borders?: readonly number[],
];

/** Values with their uncertainty, or why they are missing. */
export function metricTable(rows: readonly MetricRow[]): string {
  const table = textTable(
    ['Metric', 'Value', '± (90 %)', 'Unit', 'n', 'Note'],
    rows.map(([name, { value, halfWidth, n, reason }, unit, usual, borders = []]) => {
      const decimals = value === null ? usual : borderDecimals(value, usual, borders);
      return [
        name,
        value === null ? null : fixed(value, decimals),
        halfWidth === null ? null : fixed(halfWidth, decimals),
        unit,
        n,
        reason === undefined ? '' : `withheld: ${reason}`,
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
