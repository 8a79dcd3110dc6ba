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

/** A number as it is written, rounded: whoever rounds it further comes to what he would have of the number itself. */
export const writtenMeasured = ({ value, halfWidth, n, reason }: Measured, unit: MetricUnit) => ({
  value: roundedOnce(value, unitDecimals[unit]),
  halfWidth: roundedOnce(halfWidth, unitDecimals[unit]),
  n,
  ...(reason === undefined ? {} : { reason }),
});

/** Where the digits of a measured number end that mean anything. */
const mostDecimals = 9;

/**
 * Rounds to some decimals, or as many more as it takes not to end half-way between two shorter numbers where the number itself is nearer to one:
 * 253.46 would be 253.5, and 254 on a page, where the annotated video and the API have 253.
 */
function roundedOnce(value: number | null, decimals: number): number | null {
  if (value === null) return null;
  let digits = decimals;
  while (digits < mostDecimals && isHalfWay(round(value, digits)) && round(value, digits) !== value) digits++;
  return round(value, digits);
}

const isHalfWay = (written: number): boolean => /\.[0-9]*5$/.test(String(written));

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
