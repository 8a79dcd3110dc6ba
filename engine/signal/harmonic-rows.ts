import { HarmonicSums } from './harmonic-sums.ts';
import { valuesOf } from './known-samples.ts';

/** Multiplies complex numbers of length 1: the angle of `to` becomes that of `a` and `b` together. Offsets of the cosines; sines follow. */
function turn(
  from: Float64Array,
  a: number,
  by: Float64Array,
  b: number,
  rows: Float64Array,
  to: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const cosA = from[a + i];
    const sinA = from[a + count + i];
    const cosB = by[b + i];
    const sinB = by[b + count + i];
    rows[to + i] = cosA * cosB - sinA * sinB;
    rows[to + count + i] = sinA * cosB + cosA * sinB;
  }
}

/** Sums of two signals' values times a row's cosine and its sine, into `sums` from `at` and from `atOther`. */
function project(
  rows: Float64Array,
  row: number,
  values: Float64Array,
  others: Float64Array,
  sums: Float64Array,
  at: number,
  atOther: number,
): void {
  const count = values.length;
  let cosSum = 0;
  let sinSum = 0;
  let otherCosSum = 0;
  let otherSinSum = 0;
  for (let i = 0; i < count; i++) {
    const cos = rows[row + i];
    const sin = rows[row + count + i];
    const value = values[i];
    const other = others[i];
    cosSum += value * cos;
    sinSum += value * sin;
    otherCosSum += other * cos;
    otherSinSum += other * sin;
  }
  sums[at] = cosSum;
  sums[at + 1] = sinSum;
  sums[atOther] = otherCosSum;
  sums[atOther + 1] = otherSinSum;
}

function addHarmonic(values: Float64Array, rows: Float64Array, row: number, cos: number, sin: number): void {
  const count = values.length;
  for (let i = 0; i < count; i++) values[i] = values[i] + cos * rows[row + i] + sin * rows[row + count + i];
}

/**
 * Cosines and sines of the harmonics of one frequency at some times. Harmonics come from the fundamental by
 * turning: one multiplication of complex numbers in place of a cosine and a sine.
 */
export class HarmonicRows {
  readonly highest: number;
  readonly count: number;
  /** Times less the centre, seconds. */
  readonly offsetS: Float64Array;
  /** Of each harmonic the cosines, then the sines. */
  readonly #rows: Float64Array;
  /** As {@link sum} has left them. */
  readonly sums: HarmonicSums;
  /** By harmonic up to twice the highest: 1 where its sums are asked for. */
  readonly #isUsed: Uint8Array;

  /** @param highest Highest harmonic, 1 or more. */
  constructor(timesS: Float64Array, centreS: number, highest: number) {
    const count = timesS.length;
    this.highest = highest;
    this.count = count;
    this.offsetS = new Float64Array(count);
    for (let i = 0; i < count; i++) this.offsetS[i] = timesS[i] - centreS;
    this.#rows = new Float64Array(2 * count * highest);
    this.sums = HarmonicSums.over(this.offsetS, highest);
    this.#isUsed = new Uint8Array(2 * highest + 1);
  }

  #at(harmonic: number): number {
    return 2 * this.count * (harmonic - 1);
  }

  /** Works out every harmonic of a frequency. */
  set(frequencyHz: number): void {
    const rows = this.#rows;
    const { count, offsetS } = this;
    const first = this.#at(1);
    const perSecond = 2 * Math.PI * frequencyHz;
    for (let i = 0; i < count; i++) {
      const angle = perSecond * offsetS[i];
      rows[first + i] = Math.cos(angle);
      rows[first + count + i] = Math.sin(angle);
    }
    for (let h = 2; h <= this.highest; h++) turn(rows, this.#at(h - 1), rows, first, rows, this.#at(h), count);
  }

  /**
   * Sums of signals' values times cosine and sine of some harmonics.
   *
   * @param sums Two to the left free, then a pair per harmonic: for each signal in turn.
   */
  project(signals: readonly Float64Array[], harmonics: readonly number[], sums: Float64Array): void {
    const size = 2 + 2 * harmonics.length;
    // Two signals for one look at the rows; of an odd number the last one twice.
    for (let s = 0; s < signals.length; s += 2) {
      const other = Math.min(s + 1, signals.length - 1);
      const [a, b] = [signals[s] as Float64Array, signals[other] as Float64Array];
      for (let k = 0; k < harmonics.length; k++) {
        const at = 2 + 2 * k;
        project(this.#rows, this.#at(harmonics[k]), a, b, sums, s * size + at, other * size + at);
      }
    }
  }

  /** Level, drift, and cosine and sine of some harmonics, each times its coefficient, at every time. */
  combine(coefficients: Float64Array, harmonics: readonly number[]): Float64Array {
    const { count, offsetS } = this;
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++) values[i] = coefficients[0] + coefficients[1] * offsetS[i];
    for (let k = 0; k < harmonics.length; k++) {
      addHarmonic(values, this.#rows, this.#at(harmonics[k]), coefficients[2 + 2 * k], coefficients[3 + 2 * k]);
    }
    return values;
  }

  /** Has {@link sum} make what the normal equations need of some harmonics. */
  use(harmonics: readonly number[]): void {
    for (const a of harmonics) for (const b of harmonics) this.#isUsed[a + b] = 1;
  }

  /** Sums up the rows of every harmonic into {@link sums}. */
  sum(): void {
    const { highest } = this;
    for (let h = 1; h <= highest; h++) this.#sumHarmonic(h);
    for (let multiple = highest + 1; multiple < 2 * highest; multiple++) {
      if (multiple % 2 === 1 && this.#isUsed[multiple] === 1) this.#sumBeyond(multiple);
    }
  }

  /** The sums over some of the times alone. */
  sumsAt(indices: Int32Array): HarmonicSums {
    const picked = new HarmonicRows(valuesOf(this.offsetS, indices), 0, this.highest);
    for (let row = 0; row < 2 * this.highest; row++) {
      for (let k = 0; k < indices.length; k++) {
        picked.#rows[row * indices.length + k] = this.#rows[row * this.count + indices[k]];
      }
    }
    picked.#isUsed.set(this.#isUsed);
    picked.sum();
    return picked.sums;
  }

  /** Sums of a harmonic and, by cos 2a = 1 - 2 sin a sin a and sin 2a = 2 sin a cos a, of its double. */
  #sumHarmonic(harmonic: number): void {
    const { count, offsetS } = this;
    const { sums, drifts } = this.sums;
    const rows = this.#rows;
    const row = this.#at(harmonic);
    let cosSum = 0;
    let sinSum = 0;
    let driftCosSum = 0;
    let driftSinSum = 0;
    let sinSquares = 0;
    let products = 0;
    for (let i = 0; i < count; i++) {
      const cos = rows[row + i];
      const sin = rows[row + count + i];
      const offset = offsetS[i];
      cosSum += cos;
      sinSum += sin;
      driftCosSum += offset * cos;
      driftSinSum += offset * sin;
      sinSquares += sin * sin;
      products += sin * cos;
    }
    sums[2 * harmonic] = cosSum;
    sums[2 * harmonic + 1] = sinSum;
    drifts[2 * harmonic] = driftCosSum;
    drifts[2 * harmonic + 1] = driftSinSum;
    sums[4 * harmonic] = count - 2 * sinSquares;
    sums[4 * harmonic + 1] = 2 * products;
  }

  /** Sums of a harmonic above the highest. */
  #sumBeyond(multiple: number): void {
    const { count, highest } = this;
    const rows = this.#rows;
    const a = this.#at(highest);
    const b = this.#at(multiple - highest);
    let cosSum = 0;
    let sinSum = 0;
    for (let i = 0; i < count; i++) {
      const cosA = rows[a + i];
      const sinA = rows[a + count + i];
      const cosB = rows[b + i];
      const sinB = rows[b + count + i];
      cosSum += cosA * cosB - sinA * sinB;
      sinSum += sinA * cosB + cosA * sinB;
    }
    this.sums.sums[2 * multiple] = cosSum;
    this.sums.sums[2 * multiple + 1] = sinSum;
  }
}
