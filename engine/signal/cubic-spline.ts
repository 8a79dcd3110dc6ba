/**
 * Second derivatives of the natural cubic spline through some points (de Boor 1978, chapter 4).
 *
 * @param knots Increasing; at least two.
 * @param values One per knot.
 */
export function splineSecondDerivatives(knots: Float64Array, values: Float64Array): Float64Array {
  const count = knots.length;
  const second = new Float64Array(count);
  if (count < 3) return second;
  const reduced = new Float64Array(count);
  for (let i = 1; i < count - 1; i++) {
    const before = knots[i] - knots[i - 1];
    const after = knots[i + 1] - knots[i];
    const slopeAfter = (values[i + 1] - values[i]) / after;
    const slopeBefore = (values[i] - values[i - 1]) / before;
    const pivot = 2 * (before + after) - before * reduced[i - 1];
    reduced[i] = after / pivot;
    second[i] = (6 * (slopeAfter - slopeBefore) - before * second[i - 1]) / pivot;
  }
  for (let i = count - 2; i > 0; i--) second[i] = second[i] - reduced[i] * second[i + 1];
  return second;
}

/** Values and first derivatives at some places. NaN outside the data and inside its gaps. */
export interface SplineSamples {
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

/** Runs of finite values, as [first, past the last] index pairs. */
export function finiteRuns(values: Float64Array): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let i = 0; i <= values.length; i++) {
    const finite = i < values.length && Number.isFinite(values[i]);
    if (finite && start < 0) start = i;
    if (!finite && start >= 0) {
      runs.push([start, i]);
      start = -1;
    }
  }
  return runs;
}

/**
 * Natural cubic splines through each unbroken run of samples, evaluated at increasing places.
 *
 * @param knots Increasing.
 * @param values One per knot; NaN splits the spline.
 * @param places Increasing, in the knots' unit.
 */
export function sampleSpline(knots: Float64Array, values: Float64Array, places: Float64Array): SplineSamples {
  const value = new Float64Array(places.length).fill(Number.NaN);
  const slope = new Float64Array(places.length).fill(Number.NaN);
  let next = 0;
  for (const [start, end] of finiteRuns(values)) {
    if (end - start < 2) continue;
    const x = knots.subarray(start, end);
    const y = values.subarray(start, end);
    const second = splineSecondDerivatives(x, y);
    const last = x[x.length - 1];
    let piece = 0;
    while (next < places.length && places[next] < x[0]) next++;
    for (; next < places.length && places[next] <= last; next++) {
      const place = places[next];
      while (piece < x.length - 2 && place > x[piece + 1]) piece++;
      const left = x[piece];
      const width = x[piece + 1] - left;
      const b = (place - left) / width;
      const a = 1 - b;
      const y0 = y[piece];
      const y1 = y[piece + 1];
      const s0 = second[piece];
      const s1 = second[piece + 1];
      value[next] = a * y0 + b * y1 + (((a ** 3 - a) * s0 + (b ** 3 - b) * s1) * width * width) / 6;
      slope[next] = (y1 - y0) / width + (((3 * b * b - 1) * s1 - (3 * a * a - 1) * s0) * width) / 6;
    }
  }
  return { value, slope };
}
