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

/** Natural cubic splines through each unbroken run of samples; NaN outside the data and inside its gaps. */
export class CubicSpline {
  readonly #knots: Float64Array;
  readonly #values: Float64Array;
  /** Second derivative at each knot. */
  readonly #second: Float64Array;

  /**
   * @param knots Increasing.
   * @param values One per knot; NaN splits the spline.
   */
  constructor(knots: Float64Array, values: Float64Array) {
    this.#knots = knots;
    this.#values = values;
    this.#second = new Float64Array(knots.length);
    for (const [start, end] of finiteRuns(values)) {
      if (end - start < 3) continue;
      const second = splineSecondDerivatives(knots.subarray(start, end), values.subarray(start, end));
      this.#second.set(second, start);
    }
  }

  /** @param places Increasing, in the knots' unit. */
  sample(places: Float64Array): SplineSamples {
    const value = new Float64Array(places.length);
    const slope = new Float64Array(places.length);
    let piece = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i];
      while (piece < this.#knots.length - 2 && place > this.#knots[piece + 1]) piece++;
      const run = this.#runPiece(piece, place);
      value[i] = this.#value(run, place);
      slope[i] = this.#slope(run, place);
    }
    return { value, slope };
  }

  valueAt(place: number): number {
    return this.#value(this.#find(place), place);
  }

  slopeAt(place: number): number {
    return this.#slope(this.#find(place), place);
  }

  /** Index of the knot before a place; a knot belongs to the piece that it ends. -1 where there is no piece. */
  #find(place: number): number {
    const knots = this.#knots;
    let low = 0;
    let high = knots.length - 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place > knots[middle + 1]) low = middle + 1;
      else high = middle;
    }
    return this.#runPiece(low, place);
  }

  /** The piece, or the next one where the place is the first knot of a run; -1 outside the runs. */
  #runPiece(piece: number, place: number): number {
    const knots = this.#knots;
    if (this.#isPiece(piece)) return place >= knots[piece] && place <= knots[piece + 1] ? piece : -1;
    return place === knots[piece + 1] && this.#isPiece(piece + 1) ? piece + 1 : -1;
  }

  #isPiece(piece: number): boolean {
    const values = this.#values;
    return piece + 1 < values.length && Number.isFinite(values[piece]) && Number.isFinite(values[piece + 1]);
  }

  #value(piece: number, place: number): number {
    if (piece < 0) return Number.NaN;
    const left = this.#knots[piece];
    const width = this.#knots[piece + 1] - left;
    const b = (place - left) / width;
    const a = 1 - b;
    const bend = (a * a * a - a) * this.#second[piece] + (b * b * b - b) * this.#second[piece + 1];
    return a * this.#values[piece] + b * this.#values[piece + 1] + (bend * width * width) / 6;
  }

  #slope(piece: number, place: number): number {
    if (piece < 0) return Number.NaN;
    const left = this.#knots[piece];
    const width = this.#knots[piece + 1] - left;
    const b = (place - left) / width;
    const a = 1 - b;
    const bend = (3 * b * b - 1) * this.#second[piece + 1] - (3 * a * a - 1) * this.#second[piece];
    return (this.#values[piece + 1] - this.#values[piece]) / width + (bend * width) / 6;
  }
}

/** {@link CubicSpline} of some samples at increasing places. */
export const sampleSpline = (knots: Float64Array, values: Float64Array, places: Float64Array): SplineSamples =>
  new CubicSpline(knots, values).sample(places);
