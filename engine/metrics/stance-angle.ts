import type { BackStep } from '../gait/back/back-gait.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import type { AngleSeries } from './angle-series.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { meanOf } from './estimate.ts';
import { type Measured, measured } from './measured.ts';

/** Places in a stance at which an angle is read, touchdown and toe-off among them. */
const places = 51;
/** An angle of fewer stances of a side is withheld. */
export const leastStances = 2;

/** How much less sure extremes and touchdown are than means: two events and every wobble of the outline come in. */
const peakShare = 1.15;
const rangeShare = 1.6;
const touchdownShare = 1.25;

/**
 * One angle of one side over its stances.
 *
 * @param series Calibrated, in each frame, signed for this side.
 * @param steps Accepted, of this side.
 * @param biasDeg Standard uncertainty common to all of them.
 */
export function stanceAngle(
  timesS: Float64Array,
  series: AngleSeries,
  steps: readonly BackStep[],
  biasDeg: number,
): StanceAngle {
  const angle = new CubicSpline(timesS, series);
  const courses = steps.map((step) => stanceCourse(angle, step));
  const of = (value: (course: Float64Array) => number, bias = biasDeg): Measured =>
    meanOf(courses.map(value), bias, leastStances);
  return {
    atTouchdown: of((course) => course[0], touchdownShare * biasDeg),
    atMidStance: of((course) => course[(places - 1) / 2]),
    peak: ofMeanCourse(courses, largest, of(largest, peakShare * biasDeg)),
    mean: of(meanOfCourse),
    range: ofMeanCourse(courses, span, of(span, rangeShare * biasDeg)),
  };
}

function stanceCourse(angle: CubicSpline, { touchdownS, toeOffS }: BackStep): Float64Array {
  const timesS = new Float64Array(places);
  for (let i = 0; i < places; i++) timesS[i] = touchdownS + ((toeOffS - touchdownS) * i) / (places - 1);
  return angle.values(timesS);
}

const meanOfCourse = (course: Float64Array): number => course.reduce((sum, value) => sum + value, 0) / course.length;
const largest = (course: Float64Array): number => course.reduce((a, b) => (a > b || Number.isNaN(a) ? a : b));
const span = (course: Float64Array): number => largest(course) + largest(course.map((value) => -value));

/** An extreme taken of the mean stance, which noise does not push outwards, with the interval of the single stances'. */
function ofMeanCourse(
  courses: readonly Float64Array[],
  value: (course: Float64Array) => number,
  single: Measured,
): Measured {
  if (single.value === null || single.halfWidth === null) return single;
  const whole = courses.filter((course) => course.every(Number.isFinite));
  const mean = new Float64Array(places);
  for (const course of whole) for (let i = 0; i < places; i++) mean[i] = mean[i] + course[i] / whole.length;
  return measured(value(mean), single.halfWidth, single.n);
}
