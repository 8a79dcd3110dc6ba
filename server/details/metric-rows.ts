import type { Measured } from '../../engine/metrics/measured.ts';
import type { Side } from '../../engine/pose/keypoint-names.ts';
import { round } from '../contract/rounding.ts';
import type { MetricDetails, MetricGroup, MetricUnit } from './details.ts';

/** Decimals of a number and its half width. */
const unitDecimals: Readonly<Record<MetricUnit, number>> = {
  '1/min': 2,
  ms: 1,
  '1': 4,
  'm/s': 3,
  m: 4,
  's/km': 1,
  deg: 2,
  '%': 2,
};

/** A number as it is written, rounded. */
export const writtenMeasured = ({ value, halfWidth, n, reason }: Measured, unit: MetricUnit) => ({
  value: round(value, unitDecimals[unit]),
  halfWidth: round(halfWidth, unitDecimals[unit]),
  n,
  ...(reason === undefined ? {} : { reason }),
});

/** What is said of a number beside the number. */
export interface MetricTerms {
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  readonly side?: Side;
  readonly range?: MetricDetails['range'];
}

/** One row of `metrics`. */
export const metricRow = (id: string, number: Measured, { group, unit, side, range }: MetricTerms): MetricDetails => ({
  id,
  group,
  side: side ?? null,
  unit,
  ...writtenMeasured(number, unit),
  range: range ?? null,
});
