import { sideBySide } from './side-by-side.ts';

/**
 * Times laid over each other about their centre. There cosines are the same on either side and sines change their sign
 * alone, so that sums over evenly spaced times take half of the products. A time without a mirror image stands alone.
 */
export class FoldedTimes {
  /** Of each fold: its later time less the centre, seconds. */
  readonly offsetS: Float64Array;
  /** Of each fold: samples that lie on it, and those at the later time less those at the earlier. */
  readonly sums: Float64Array;
  readonly differences: Float64Array;
  /** Of each fold: index of the later sample, and of the earlier one, -1 where there is none. */
  readonly #later: Int32Array;
  readonly #earlier: Int32Array;

  /** @param offsetS Times less their centre, seconds, increasing. */
  constructor(offsetS: Float64Array) {
    const both = new Int32Array(2 * offsetS.length);
    const later = both.subarray(0, offsetS.length);
    const earlier = both.subarray(offsetS.length);
    let count = 0;
    for (let low = 0, high = offsetS.length - 1; low <= high; count++) {
      const lean = offsetS[low] + offsetS[high];
      const isPair = low < high && Math.abs(lean) < sameS;
      later[count] = isPair || lean > 0 ? high : low;
      earlier[count] = isPair ? low : -1;
      if (isPair || lean > 0) high--;
      if (isPair || !(lean > 0)) low++;
    }
    this.#later = later.subarray(0, count);
    this.#earlier = earlier.subarray(0, count);
    const [offsets, sums, differences] = sideBySide(3, count) as [Float64Array, Float64Array, Float64Array];
    for (let k = 0; k < count; k++) {
      const isAlone = earlier[k] < 0;
      offsets[k] = offsetS[later[k]];
      sums[k] = isAlone ? 1 : 2;
      differences[k] = isAlone ? 1 : 0;
    }
    this.offsetS = offsets;
    this.sums = sums;
    this.differences = differences;
  }

  /** Of each fold the sum of its samples, to be multiplied by cosines, and their difference, for sines. */
  fold(values: Float64Array, sums: Float64Array, differences: Float64Array): void {
    const later = this.#later;
    const earlier = this.#earlier;
    for (let k = 0; k < later.length; k++) {
      const value = values[later[k]];
      const other = earlier[k] < 0 ? 0 : values[earlier[k]];
      sums[k] = value + other;
      differences[k] = value - other;
    }
  }

  /** Puts values at the folds' times: what is the same at both, with and less what changes its sign. */
  unfold(same: Float64Array, changing: Float64Array, values: Float64Array): void {
    const later = this.#later;
    const earlier = this.#earlier;
    for (let k = 0; k < later.length; k++) {
      values[later[k]] = same[k] + changing[k];
      if (earlier[k] >= 0) values[earlier[k]] = same[k] - changing[k];
    }
  }
}

/** Offsets that differ by less, seconds, differ by rounding alone. */
const sameS = 1e-12;
