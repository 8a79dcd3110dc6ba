/**
 * Second derivatives of the natural cubic spline (de Boor 1978, chapter 4) through the points from `start` on and before `end`.
 *
 * @param second Holds zeros, twice as many as there are knots; the latter half is for what is needed on the way.
 */
function setSecondDerivatives(
  second: Float64Array,
  knots: Float64Array,
  values: Float64Array,
  start: number,
  end: number,
): void {
  if (end - start < 3) return;
  const reduced = knots.length;
  let before = knots[start + 1] - knots[start];
  let slopeBefore = (values[start + 1] - values[start]) / before;
  let share = 0;
  let bend = 0;
  for (let i = start + 1; i < end - 1; i++) {
    const after = knots[i + 1] - knots[i];
    const slopeAfter = (values[i + 1] - values[i]) / after;
    const pivot = 2 * (before + after) - before * share;
    share = after / pivot;
    bend = (6 * (slopeAfter - slopeBefore) - before * bend) / pivot;
    second[reduced + i] = share;
    second[i] = bend;
    before = after;
    slopeBefore = slopeAfter;
  }
  for (let i = end - 3; i > start; i--) {
    bend = second[i] - second[reduced + i] * bend;
    second[i] = bend;
  }
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

/** What cubic splines through even samples leave of the amplitude of a sine, mean over where on it the samples fall (Unser 1999, cardinal spline): the rest goes to faster motion that samples do not hold. */
export function splineGain(hz: number, sampleHz: number): number {
  const turn = (Math.PI * hz) / sampleHz;
  return turn === 0 ? 1 : (3 * (Math.sin(turn) / turn) ** 4) / (2 + Math.cos(2 * turn));
}

/** A curve at some places: its values, and how fast they change, and how fast that does. */
export interface CurvePoints {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly bends: Float64Array;
}

/** Natural cubic splines through each unbroken run of samples; NaN outside the data and inside its gaps. */
export class CubicSpline {
  readonly #knots: Float64Array;
  readonly #values: Float64Array;
  /** Second derivative at each knot, and as much again that is no more needed. */
  readonly #second: Float64Array;

  /**
   * @param knots Increasing.
   * @param values One per knot; NaN splits the spline.
   */
  constructor(knots: Float64Array, values: Float64Array) {
    this.#knots = knots;
    this.#values = values;
    this.#second = new Float64Array(2 * knots.length);
    for (const [start, end] of finiteRuns(values)) setSecondDerivatives(this.#second, knots, values, start, end);
  }

  /** Values at increasing places, in the knots' unit. @param results Where to put them, as long as the places. */
  values(places: Float64Array, results: Float64Array = new Float64Array(places.length)): Float64Array {
    return this.#along(places, results, false);
  }

  /** First derivatives at increasing places. */
  slopes(places: Float64Array): Float64Array {
    return this.#along(places, new Float64Array(places.length), true);
  }

  valueAt(place: number): number {
    const piece = this.#find(place);
    if (piece < 0) return Number.NaN;
    const x = place - this.#knots[piece];
    return this.#values[piece] + x * (this.#linear(piece) + x * (this.#second[piece] / 2 + x * this.#cubic(piece)));
  }

  /** Puts values, first and second derivatives at places in any order into arrays as long as these. */
  setPoints(places: readonly number[], { values, slopes, bends }: CurvePoints): void {
    const knots = this.#knots;
    const second = this.#second;
    for (let i = 0; i < places.length; i++) {
      const piece = this.#find(places[i]);
      const isKnown = piece >= 0;
      const at = Math.max(0, piece);
      const x = places[i] - knots[at];
      const c1 = this.#linear(at);
      const c2 = second[at] / 2;
      const c3 = this.#cubic(at);
      const share = x / (knots[at + 1] - knots[at]);
      values[i] = isKnown ? this.#values[at] + x * (c1 + x * (c2 + x * c3)) : Number.NaN;
      slopes[i] = isKnown ? c1 + x * (2 * c2 + x * (3 * c3)) : Number.NaN;
      bends[i] = isKnown ? (1 - share) * second[at] + share * second[at + 1] : Number.NaN;
    }
  }

  #along(places: Float64Array, results: Float64Array, isSlope: boolean): Float64Array {
    const knots = this.#knots;
    let next = 0;
    for (let piece = this.#firstUpTo(places[0]); piece + 1 < knots.length && next < places.length; piece++) {
      const right = knots[piece + 1];
      if (places[next] > right || !this.#isPiece(piece)) continue;
      const c1 = this.#linear(piece);
      const c2 = this.#second[piece] / 2;
      const c3 = this.#cubic(piece);
      next = isSlope
        ? fillPiece(results, places, next, knots[piece], right, c1, 2 * c2, 3 * c3, 0)
        : fillPiece(results, places, next, knots[piece], right, this.#values[piece], c1, c2, c3);
    }
    for (; next < places.length; next++) results[next] = Number.NaN;
    return results;
  }

  /** Index of the knot before a place; a knot belongs to the piece that it ends, or else to the one that it begins. -1 for none. */
  #find(place: number): number {
    const knots = this.#knots;
    const piece = this.#firstUpTo(place);
    if (this.#isPiece(piece)) return place >= knots[piece] && place <= knots[piece + 1] ? piece : -1;
    return place === knots[piece + 1] && this.#isPiece(piece + 1) ? piece + 1 : -1;
  }

  /** The first piece that ends at a place or beyond it; the last one where none does. */
  #firstUpTo(place: number): number {
    const knots = this.#knots;
    let piece = 0;
    let high = knots.length - 2;
    while (piece < high) {
      const middle = (piece + high) >> 1;
      if (place > knots[middle + 1]) piece = middle + 1;
      else high = middle;
    }
    return piece;
  }

  #isPiece(piece: number): boolean {
    const values = this.#values;
    return piece + 1 < values.length && Number.isFinite(values[piece]) && Number.isFinite(values[piece + 1]);
  }

  /** Coefficients of a piece in the distance from its first knot: of the distance, and of its third power. */
  #linear(piece: number): number {
    const width = this.#knots[piece + 1] - this.#knots[piece];
    const rise = this.#values[piece + 1] - this.#values[piece];
    return rise / width - (width * (2 * this.#second[piece] + this.#second[piece + 1])) / 6;
  }

  #cubic(piece: number): number {
    return (this.#second[piece + 1] - this.#second[piece]) / (6 * (this.#knots[piece + 1] - this.#knots[piece]));
  }
}

/** Evaluates a cubic at the places from `next` on that lie between two knots, with NaN at those before; returns the first place beyond them. */
function fillPiece(
  results: Float64Array,
  places: Float64Array,
  next: number,
  left: number,
  right: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): number {
  let i = next;
  for (; i < places.length && places[i] < left; i++) results[i] = Number.NaN;
  for (; i < places.length && places[i] <= right; i++) {
    const x = places[i] - left;
    results[i] = c0 + x * (c1 + x * (c2 + x * c3));
  }
  return i;
}
