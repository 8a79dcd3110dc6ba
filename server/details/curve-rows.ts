import { decimals, round } from '../contract/rounding.ts';
import type { CurveDetails } from './details.ts';

const angles = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((value) => round(value, decimals.angleDeg));

/** A curve as it is written, rounded. */
export const writtenCurve = (curve: CurveDetails): CurveDetails => ({
  ...curve,
  meanDeg: angles(curve.meanDeg),
  sdDeg: angles(curve.sdDeg),
  toeOffPercent: round(curve.toeOffPercent, decimals.percentage),
  normal: curve.normal && {
    ...curve.normal,
    lowDeg: curve.normal.lowDeg.map((value) => round(value, decimals.angleDeg)),
    highDeg: curve.normal.highDeg.map((value) => round(value, decimals.angleDeg)),
  },
});
