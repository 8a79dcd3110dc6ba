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
  ...writtenMeasured(range ? besideBorders(number, range, unit) : number, unit),
  range: range ?? null,
});

/** What lies a hair beyond a border of a range stays beyond it when it is rounded, as the band that it was given says. */
function besideBorders(number: Measured, range: NonNullable<MetricDetails['range']>, unit: MetricUnit): Measured {
  const { value } = number;
  if (value === null) return number;
  const written = round(value, unitDecimals[unit]);
  const border = [...range.good, ...range.okay].find((end) => end === written);
  if (border === undefined || border === null || Math.abs(value - border) < sameDeg) return number;
  return { ...number, value: border + Math.sign(value - border) * 10 ** -unitDecimals[unit] };
}

/** Nearer to a border than this a number lies on it: see `scoreAngle`. */
const sameDeg = 1e-7;
