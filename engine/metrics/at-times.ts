import type { CubicSpline, CurvePoints } from '../signal/cubic-spline.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import type { PutBack } from './as-it-moved.ts';

/** A series at some times: its values, how fast they change, per second, and how fast that changes, per second squared; NaN where it has a gap. */
export interface Samples extends CurvePoints {
  /** What a low-pass may have taken off each value, whether it was put back or not. */
  readonly lost: Float64Array;
}

/** Samples that hold zeros. */
export function blankSamples(count: number): Samples {
  const [values, slopes, bends, lost] = sideBySide(4, count) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { values, slopes, bends, lost };
}

/** Samples of a series at places in any order. */
export function samplesAt(series: CubicSpline, places: readonly number[]): Samples {
  const samples = blankSamples(places.length);
  series.setPoints(places, samples);
  return samples;
}

/** The same of an angle with what a low-pass took off it put back. @param between Without that. @param samples Where to put them; blank, or once given here of the same angle. */
export function samplesPutBackAt(
  { asMoved, unfiltered, between }: PutBack & { readonly between: CubicSpline },
  places: readonly number[],
  samples: Samples = blankSamples(places.length),
): Samples {
  asMoved.setPoints(places, samples);
  if (unfiltered === between) return samples;
  const { lost } = samples;
  for (let i = 0; i < lost.length; i++) lost[i] = unfiltered.valueAt(places[i]) - between.valueAt(places[i]);
  return samples;
}

/** Some samples, and behind them others. */
export function joined(parts: readonly Samples[]): Samples {
  const whole = blankSamples(parts.reduce((count, { values }) => count + values.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.values.set(part.values, at);
    whole.slopes.set(part.slopes, at);
    whole.bends.set(part.bends, at);
    whole.lost.set(part.lost, at);
    at += part.values.length;
  }
  return whole;
}

/**
 * Mean of a series over each span of time, from its samples; NaN where any of them is missing.
 *
 * @param timesS Increasing.
 */
export function meansOver(
  timesS: Float64Array,
  series: Float64Array,
  spans: readonly { readonly startS: number; readonly endS: number }[],
): number[] {
  return spans.map(({ startS, endS }) => {
    let sum = 0;
    let count = 0;
    for (let i = firstFrom(timesS, startS); i < timesS.length && timesS[i] < endS; i++) {
      sum += series[i];
      count++;
    }
    return count === 0 ? Number.NaN : sum / count;
  });
}

/** Index of the first time that is not before another; their number where all are. */
function firstFrom(timesS: Float64Array, startS: number): number {
  let first = 0;
  let end = timesS.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (timesS[middle] < startS) first = middle + 1;
    else end = middle;
  }
  return first;
}
