import type { CubicSpline, CurvePoint } from '../signal/cubic-spline.ts';
import type { PutBack } from './as-it-moved.ts';

/** A series between its frames: its value, how fast it changes, per second, and how fast that changes, per second squared. */
export interface Sample extends CurvePoint {
  /** What a low-pass may have taken off the value, whether it was put back or not. */
  readonly lost: number;
}

/** Samples of a series at places in any order; NaN where the series has a gap. */
export const samplesAt = (series: CubicSpline, places: readonly number[]): Sample[] =>
  places.map((place) => {
    const { value, slope, bend } = series.at(place);
    return { value, slope, bend, lost: 0 };
  });

/** The same of an angle with what a low-pass took off it put back. @param between Without that. */
export const samplesPutBackAt = (
  { asMoved, unfiltered, between }: PutBack & { readonly between: CubicSpline },
  places: readonly number[],
): Sample[] =>
  unfiltered === between
    ? samplesAt(between, places)
    : places.map((place) => {
        const { value, slope, bend } = asMoved.at(place);
        return { value, slope, bend, lost: unfiltered.valueAt(place) - between.valueAt(place) };
      });

/** Mean of a series over each span of time, from its samples; NaN where any of them is missing. */
export function meansOver(
  timesS: Float64Array,
  series: Float64Array,
  spans: readonly { readonly startS: number; readonly endS: number }[],
): number[] {
  return spans.map(({ startS, endS }) => {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < timesS.length; i++) {
      const time = timesS[i];
      if (time < startS || time >= endS) continue;
      sum += series[i];
      count++;
    }
    return count === 0 ? Number.NaN : sum / count;
  });
}
