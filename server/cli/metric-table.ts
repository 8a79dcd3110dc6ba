import Table from 'cli-table3';
import type { Measured } from '../../engine/metrics/measured.ts';

export type MetricRow = readonly [name: string, measured: Measured, unit: string, decimals: number];

/** Values with their uncertainty, or why they are missing. */
export function metricTable(rows: readonly MetricRow[]): string {
  const table = new Table({
    head: ['Metric', 'Value', '± (90 %)', 'Unit', 'n', 'Note'],
    colAligns: ['left', 'right', 'right', 'left', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const [name, measured, unit, decimals] of rows) {
    table.push([
      name,
      measured.value === null ? '–' : measured.value.toFixed(decimals),
      measured.halfWidth === null ? '–' : measured.halfWidth.toFixed(decimals),
      unit,
      measured.n,
      measured.reason === undefined ? '' : `withheld: ${measured.reason}`,
    ]);
  }
  return table.toString();
}
