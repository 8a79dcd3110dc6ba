import { percent, table } from '../report/table.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import type { MeasuredAndTrue } from './metric-table.ts';

/** A row's name, its unit and what was measured. */
export interface NamedPairs {
  readonly name: string;
  readonly unit: string;
  readonly pairs: readonly MeasuredAndTrue[];
}

/** Three digits behind the point where the number is small: metres and shares. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.995 ? 2 : 3);
}

/** Bias, spread, limits, intervals and withheld numbers, one row each. */
export function agreementTable(rows: readonly NamedPairs[]): string {
  const head = ['what', 'unit', 'n', 'bias', 'SD', '95 % limits of agreement', 'half width', 'covered', 'withheld'];
  return table(
    head,
    rows.map(({ name, unit, pairs }) => [name, unit, ...cells(agreementOf(pairs))]),
  );
}

function cells({ asked, reported, bias, sd, limits, halfWidth, coverage }: Agreement): string[] {
  const [low, high] = limits;
  return [
    String(reported),
    figure(bias),
    figure(sd),
    `${figure(low)} to ${figure(high)}`,
    figure(halfWidth),
    percent(coverage),
    percent(1 - reported / asked),
  ];
}
