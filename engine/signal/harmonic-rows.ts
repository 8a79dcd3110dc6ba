import { FoldedTimes } from './folded-times.ts';
import { HarmonicSums } from './harmonic-sums.ts';
import { valuesOf } from './known-samples.ts';

/** Multiplies complex numbers of length 1: the angle of `to` becomes that of `a` and `b` together. Offsets of the cosines; sines follow. */
function turn(rows: Float64Array, a: number, b: number, to: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const cosA = rows[a + i];
    const sinA = rows[a + count + i];
    const cosB = rows[b + i];
    const sinB = rows[b + count + i];
    rows[to + i] = cosA * cosB - sinA * sinB;
    rows[to + count + i] = sinA * cosB + cosA * sinB;
  }
}

/** Adds a row, from an index on, times a factor. */
function addMultiple(rows: Float64Array, row: number, factor: number, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = values[i] + factor * rows[row + i];
}

/**
 * Sums of two signals' values times the cosine and the sine of two rows, for one look at all of them, into `sums`: of either row from `at` on, and of the other signal
 * so much further.
 */
function project(
  rows: Float64Array,
  rowA: number,
  rowB: number,
  values: FoldedSignal,
  others: FoldedSignal,
  sums: Float64Array,
  atA: number,
  atB: number,
  further: number,
): void {
  const valueSums = values.sums;
  const valueDifferences = values.differences;
  const otherSums = others.sums;
  const otherDifferences = others.differences;
  const count = valueSums.length;
  let cosSumA = 0;
  let sinSumA = 0;
  let otherCosSumA = 0;
  let otherSinSumA = 0;
  let cosSumB = 0;
  let sinSumB = 0;
  let otherCosSumB = 0;
  let otherSinSumB = 0;
  for (let i = 0; i < count; i++) {
    const cosA = rows[rowA + i];
    const sinA = rows[rowA + count + i];
    const cosB = rows[rowB + i];
    const sinB = rows[rowB + count + i];
    const value = valueSums[i];
    const difference = valueDifferences[i];
    const other = otherSums[i];
    const otherDifference = otherDifferences[i];
    cosSumA += value * cosA;
    sinSumA += difference * sinA;
    otherCosSumA += other * cosA;
    otherSinSumA += otherDifference * sinA;
    cosSumB += value * cosB;
    sinSumB += difference * sinB;
    otherCosSumB += other * cosB;
    otherSinSumB += otherDifference * sinB;
  }
  sums[atA] = cosSumA;
  sums[atA + 1] = sinSumA;
  sums[atB] = cosSumB;
  sums[atB + 1] = sinSumB;
  sums[atA + further] = otherCosSumA;
  sums[atA + further + 1] = otherSinSumA;
  sums[atB + further] = otherCosSumB;
  sums[atB + further + 1] = otherSinSumB;
}

/** A signal as its times are folded: by fold, the sum of the samples there and their difference, later less earlier. */
export interface FoldedSignal {
  readonly sums: Float64Array;
  readonly differences: Float64Array;
}

/**
 * Cosines and sines of the harmonics of one frequency at some times. Harmonics come from the fundamental by
 * turning: one multiplication of complex numbers in place of a cosine and a sine.
 */
export class HarmonicRows {
  readonly highest: number;
  /** Of the times. */
  readonly count: number;
  /** Times less the centre, seconds. */
  readonly offsetS: Float64Array;
  /** The rows have one place for each fold. */
  readonly folded: FoldedTimes;
  /** As {@link sum} has left them. */
  readonly sums: HarmonicSums;
  /** Of each harmonic the cosines, then the sines; behind them what {@link combine} works in. */
  readonly #rows: Float64Array;
  /** By harmonic up to twice the highest: 1 where its sums are asked for. */
  readonly #isUsed: Uint8Array;
  /** By fold, for {@link combine}: what is the same at both of its times, and what changes its sign. */
  readonly #same: Float64Array;
  readonly #changing: Float64Array;
  #frequencyHz = 0;

  /** @param highest Highest harmonic, 1 or more. */
  constructor(timesS: Float64Array, centreS: number, highest: number) {
    this.highest = highest;
    this.count = timesS.length;
    this.offsetS = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) this.offsetS[i] = timesS[i] - centreS;
    this.folded = new FoldedTimes(this.offsetS);
    const folds = this.folded.offsetS.length;
    this.#rows = new Float64Array(2 * folds * (highest + 1));
    const beyond = this.#at(highest + 1);
    this.#same = this.#rows.subarray(beyond, beyond + folds);
    this.#changing = this.#rows.subarray(beyond + folds);
    this.sums = HarmonicSums.over(this.offsetS, highest);
    this.#isUsed = new Uint8Array(2 * highest + 1);
  }

  #at(harmonic: number): number {
    return 2 * this.folded.offsetS.length * (harmonic - 1);
  }

  /** Works out every harmonic of a frequency. */
  set(frequencyHz: number): void {
    const rows = this.#rows;
    const { offsetS } = this.folded;
    const count = offsetS.length;
    const first = this.#at(1);
    const perSecond = 2 * Math.PI * frequencyHz;
    for (let i = 0; i < count; i++) {
      const angle = perSecond * offsetS[i];
      rows[first + i] = Math.cos(angle);
      rows[first + count + i] = Math.sin(angle);
    }
    for (let h = 2; h <= this.highest; h++) turn(rows, this.#at(h - 1), first, this.#at(h), count);
    this.#frequencyHz = frequencyHz;
  }

  /**
   * Sums of signals' values times cosine and sine of some harmonics.
   *
   * @param sums Two to the left free, then a pair per harmonic: for each signal in turn.
   */
  project(signals: readonly FoldedSignal[], harmonics: readonly number[], sums: Float64Array): void {
    const size = 2 + 2 * harmonics.length;
    // Two signals and two harmonics at a time; of an odd number the last one twice.
    for (let s = 0; s < signals.length; s += 2) {
      const other = Math.min(s + 1, signals.length - 1);
      const [a, b] = [signals[s] as FoldedSignal, signals[other] as FoldedSignal];
      const at = s * size + 2;
      const further = (other - s) * size;
      for (let k = 0; k < harmonics.length; k += 2) {
        const next = Math.min(k + 1, harmonics.length - 1);
        const [rowA, rowB] = [this.#at(harmonics[k]), this.#at(harmonics[next])];
        project(this.#rows, rowA, rowB, a, b, sums, at + 2 * k, at + 2 * next, further);
      }
    }
  }

  /** Level, drift, and cosine and sine of some harmonics, each times its coefficient, at every time. @param values Where to put them. */
  combine(
    coefficients: Float64Array,
    harmonics: readonly number[],
    values: Float64Array = new Float64Array(this.count),
  ): Float64Array {
    const { offsetS } = this.folded;
    const same = this.#same;
    const changing = this.#changing;
    for (let i = 0; i < offsetS.length; i++) {
      same[i] = coefficients[0];
      changing[i] = coefficients[1] * offsetS[i];
    }
    for (let k = 0; k < harmonics.length; k++) {
      const row = this.#at(harmonics[k]);
      addMultiple(this.#rows, row, coefficients[2 + 2 * k], same);
      addMultiple(this.#rows, row + offsetS.length, coefficients[3 + 2 * k], changing);
    }
    this.folded.unfold(same, changing, values);
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
    const some = new HarmonicRows(valuesOf(this.offsetS, indices), 0, this.highest);
    some.#isUsed.set(this.#isUsed);
    some.set(this.#frequencyHz);
    some.sum();
    return some.sums;
  }

  /** Sums of a harmonic and, by cos 2a = 1 - 2 sin a sin a and sin 2a = 2 sin a cos a, of its double. */
  #sumHarmonic(harmonic: number): void {
    const { offsetS, sums: both, differences } = this.folded;
    const { sums, drifts } = this.sums;
    const count = offsetS.length;
    const rows = this.#rows;
    const row = this.#at(harmonic);
    let cosSum = 0;
    let sinSum = 0;
    let driftCosSum = 0;
    let driftSinSum = 0;
    let sinSquares = 0;
    let products = 0;
    for (let i = 0; i < count; i++) {
      const cos = rows[row + i] * differences[i];
      const sin = rows[row + count + i];
      const bothCos = rows[row + i] * both[i];
      const bothSin = sin * both[i];
      cosSum += bothCos;
      sinSum += differences[i] * sin;
      driftCosSum += offsetS[i] * cos;
      driftSinSum += offsetS[i] * bothSin;
      sinSquares += sin * bothSin;
      products += sin * cos;
    }
    sums[2 * harmonic] = cosSum;
    sums[2 * harmonic + 1] = sinSum;
    drifts[2 * harmonic] = driftCosSum;
    drifts[2 * harmonic + 1] = driftSinSum;
    sums[4 * harmonic] = this.count - 2 * sinSquares;
    sums[4 * harmonic + 1] = 2 * products;
  }

  /** Sums of a harmonic above the highest. */
  #sumBeyond(multiple: number): void {
    const { sums: both, differences } = this.folded;
    const count = both.length;
    const rows = this.#rows;
    const a = this.#at(this.highest);
    const b = this.#at(multiple - this.highest);
    let cosSum = 0;
    let sinSum = 0;
    for (let i = 0; i < count; i++) {
      const cosA = rows[a + i];
      const sinA = rows[a + count + i];
      const cosB = rows[b + i];
      const sinB = rows[b + count + i];
      cosSum += both[i] * (cosA * cosB - sinA * sinB);
      sinSum += differences[i] * (sinA * cosB + cosA * sinB);
    }
    this.sums.sums[2 * multiple] = cosSum;
    this.sums.sums[2 * multiple + 1] = sinSum;
  }
}
