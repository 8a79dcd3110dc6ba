import type { Details } from '../../../details/details.ts';

type Cell = string | number | null | undefined;

/** Every number in a row, with its interval, or why it is withheld, and the ranges of those that are judged. */
export const numbersCsv = ({ metrics }: Pick<Details, 'metrics'>): string =>
  csv(
    [
      'id',
      'group',
      'side',
      'unit',
      'value',
      'half_width_90',
      'n',
      'withheld',
      'good_low',
      'good_high',
      'okay_low',
      'okay_high',
    ],
    metrics.map(({ id, group, side, unit, value, halfWidth, n, reason, range }) => [
      id,
      group,
      side,
      unit,
      value,
      halfWidth,
      n,
      reason,
      ...(range?.good ?? [null, null]),
      ...(range?.okay ?? [null, null]),
    ]),
  );

/** Every percent of every curve in a row. */
export const curvesCsv = ({ curves }: Pick<Details, 'curves'>): string =>
  csv(
    ['id', 'side', 'cycle_percent', 'mean_deg', 'sd_deg', 'strides', 'normal_low_deg', 'normal_high_deg'],
    curves.flatMap(({ id, side, meanDeg, sdDeg, strides, normal }) =>
      meanDeg.map((mean, percent) => [
        id,
        side,
        percent,
        mean,
        sdDeg[percent],
        strides,
        normal?.lowDeg[percent],
        normal?.highDeg[percent],
      ]),
    ),
  );

/** As RFC 4180 has it; no cell of ours holds a comma, a quotation mark or a line break. */
const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map((cell) => cell ?? '').join(',')}\r\n`).join('');
