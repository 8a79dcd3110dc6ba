/** Second derivatives of the natural cubic spline (de Boor 1978, chapter 4) through the points from `start` on and before `end`, into an array that holds zeros. */
function setSecondDerivatives(
  second: Float64Array,
  knots: Float64Array,
  values: Float64Array,
  start: number,
  end: number,
): void {
  if (end - start < 3) return;
  const reduced = new Float64Array(end);
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
    reduced[i] = share;
    second[i] = bend;
    before = after;
    slopeBefore = slopeAfter;
  }
  for (let i = end - 3; i > start; i--) {
    bend = second[i] - reduced[i] * bend;
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

/** A curve at a place: its value, and how fast that changes, and how fast that does. */
export interface CurvePoint {
  readonly value: number;
  readonly slope: number;
  readonly bend: number;
}

/** Natural cubic splines through each unbroken run of samples; NaN outside the data and inside its gaps. */
export class CubicSpline {
  readonly #knots: Float64Array;
  readonly #values: Float64Array;
  /** Second derivative at each knot. */
  readonly #second: Float64Array;
  /** Coefficients, constant first, in the distance from a piece's first knot. */
  readonly #cubic = new Float64Array(4);

  /**
   * @param knots Increasing.
   * @param values One per knot; NaN splits the spline.
   */
  constructor(knots: Float64Array, values: Float64Array) {
    this.#knots = knots;
    this.#values = values;
    this.#second = new Float64Array(knots.length);
    for (const [start, end] of finiteRuns(values)) setSecondDerivatives(this.#second, knots, values, start, end);
  }

  /** Values at increasing places, in the knots' unit. */
  values(places: Float64Array): Float64Array {
    return this.#along(places, false);
  }

  /** First derivatives at increasing places. */
  slopes(places: Float64Array): Float64Array {
    return this.#along(places, true);
  }

  valueAt(place: number): number {
    const piece = this.#find(place);
    if (piece < 0) return Number.NaN;
    this.#take(piece, false);
    return evaluate(this.#cubic, place - this.#knots[piece]);
  }

  /** Value, first and second derivative at a place. */
  at(place: number): CurvePoint {
    const piece = this.#find(place);
    if (piece < 0) return { value: Number.NaN, slope: Number.NaN, bend: Number.NaN };
    this.#take(piece, false);
    const [before, after] = [this.#knots[piece], this.#knots[piece + 1]];
    const value = evaluate(this.#cubic, place - before);
    differentiate(this.#cubic);
    const slope = evaluate(this.#cubic, place - before);
    const share = (place - before) / (after - before);
    return { value, slope, bend: (1 - share) * this.#second[piece] + share * this.#second[piece + 1] };
  }

  #along(places: Float64Array, isSlope: boolean): Float64Array {
    const knots = this.#knots;
    const results = new Float64Array(places.length).fill(Number.NaN);
    let next = 0;
    for (let piece = this.#firstUpTo(places[0]); piece + 1 < knots.length && next < places.length; piece++) {
      if (places[next] > knots[piece + 1] || !this.#isPiece(piece)) continue;
      this.#take(piece, isSlope);
      next = fillPiece(results, places, next, knots[piece], knots[piece + 1], this.#cubic);
    }
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

  /** Sets the cubic to that of a piece or to its first derivative. */
  #take(piece: number, isSlope: boolean): void {
    const cubic = this.#cubic;
    const width = this.#knots[piece + 1] - this.#knots[piece];
    const second = this.#second[piece];
    const secondAfter = this.#second[piece + 1];
    cubic[0] = this.#values[piece];
    cubic[1] = (this.#values[piece + 1] - cubic[0]) / width - (width * (2 * second + secondAfter)) / 6;
    cubic[2] = second / 2;
    cubic[3] = (secondAfter - second) / (6 * width);
    if (isSlope) differentiate(cubic);
  }
}

function differentiate(cubic: Float64Array): void {
  cubic[0] = cubic[1];
  cubic[1] = 2 * cubic[2];
  cubic[2] = 3 * cubic[3];
  cubic[3] = 0;
}

const evaluate = (cubic: Float64Array, x: number): number => cubic[0] + x * (cubic[1] + x * (cubic[2] + x * cubic[3]));

/** Evaluates a cubic at the places from `next` on that lie between two knots; returns the first place beyond them. */
function fillPiece(
  results: Float64Array,
  places: Float64Array,
  next: number,
  left: number,
  right: number,
  cubic: Float64Array,
): number {
  const c0 = cubic[0];
  const c1 = cubic[1];
  const c2 = cubic[2];
  const c3 = cubic[3];
  let i = next;
  while (i < places.length && places[i] < left) i++;
  for (; i < places.length && places[i] <= right; i++) {
    const x = places[i] - left;
    results[i] = c0 + x * (c1 + x * (c2 + x * c3));
  }
  return i;
}
