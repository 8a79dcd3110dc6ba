import { sampleSpline } from '../signal/cubic-spline.ts';

/** Values of a series between its frames, at places in any order; NaN where the series has a gap. */
export function valuesAt(timesS: Float64Array, series: Float64Array, places: readonly number[]): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number));
  const sorted = Float64Array.from(order, (i) => places[i] as number);
  const { value } = sampleSpline(timesS, series, sorted);
  const result = new Array<number>(places.length);
  for (let k = 0; k < order.length; k++) result[order[k] as number] = value[k] as number;
  return result;
}

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
      const time = timesS[i] as number;
      if (time < startS || time >= endS) continue;
      sum += series[i] as number;
      count++;
    }
    return count === 0 ? Number.NaN : sum / count;
  });
}
