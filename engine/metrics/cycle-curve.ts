import { CubicSpline } from '../signal/cubic-spline.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { AngleSeries } from './angle-series.ts';
import { curvePoints, type Stride } from './running-clip.ts';

/** An angle over the gait cycle of one leg, {@link curvePoints} values from touchdown (0 %) to the next (100 %), degrees. */
export interface CycleCurve {
  /** Null where fewer than two strides show it. */
  readonly meanDeg: readonly (number | null)[];
  /** Standard deviation between the strides, of one stride; null with the mean. */
  readonly sdDeg: readonly (number | null)[];
  /** Strides that show the angle somewhere. */
  readonly strides: number;
}

/**
 * Mean and spread of an angle over strides.
 *
 * @param timesS Of the series, increasing.
 * @param strides Of one leg; time is stretched so that each lasts as long as the others.
 */
export function cycleCurve(
  timesS: Float64Array,
  series: AngleSeries,
  strides: readonly Pick<Stride, 'startS' | 'endS'>[],
): CycleCurve {
  if (strides.length === 0 || timesS.length < 2) return unknownCurve;
  const angle = new CubicSpline(timesS, series);
  const courses = strides.map(({ startS, endS }) =>
    angle.values(
      Float64Array.from({ length: curvePoints }, (_, point) => startS + ((endS - startS) * point) / (curvePoints - 1)),
    ),
  );
  const points = Array.from({ length: curvePoints }, (_, point) => {
    const known = courses.map((course) => course[point] as number).filter(Number.isFinite);
    const { mean, sd } = meanAndSpread(known);
    return known.length < 2 ? { mean: null, sd: null } : { mean, sd };
  });
  return {
    meanDeg: points.map(({ mean }) => mean),
    sdDeg: points.map(({ sd }) => sd),
    strides: courses.filter((course) => course.some(Number.isFinite)).length,
  };
}

const nothing: readonly null[] = new Array<null>(curvePoints).fill(null);
const unknownCurve: CycleCurve = { meanDeg: nothing, sdDeg: nothing, strides: 0 };
