import type { CubicSpline } from '../signal/cubic-spline.ts';

/** A series between its frames: its value and how fast it changes, per second. */
export interface Sample {
  readonly value: number;
  readonly slope: number;
}

/** Samples of a series at places in any order; NaN where the series has a gap. */
export const samplesAt = (series: CubicSpline, places: readonly number[]): Sample[] =>
  places.map((place) => ({ value: series.valueAt(place), slope: series.slopeAt(place) }));

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
