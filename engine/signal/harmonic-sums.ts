import { dot } from './elementwise.ts';

/** Sums of the cosines and sines of the harmonics of one frequency over some times, which is all that normal equations need. */
export class HarmonicSums {
  readonly count: number;
  /** By harmonic, from 0 to twice the highest: sums of cosines and sines over the times, in pairs. */
  readonly sums: Float64Array;
  /** By harmonic, from 0 to the highest: the same sums with each term times its offset. */
  readonly drifts: Float64Array;
  readonly offsetSquares: number;

  private constructor(highest: number, count: number, offsets: number, offsetSquares: number) {
    this.count = count;
    this.sums = new Float64Array(4 * highest + 2);
    this.drifts = new Float64Array(2 * highest + 2);
    this.sums[0] = count;
    this.drifts[0] = offsets;
    this.offsetSquares = offsetSquares;
  }

  /** @param offsetS Times less any centre, seconds. */
  static over(offsetS: Float64Array, highest: number): HarmonicSums {
    let offsets = 0;
    for (let i = 0; i < offsetS.length; i++) offsets += offsetS[i];
    return new HarmonicSums(highest, offsetS.length, offsets, dot(offsetS, offsetS));
  }

  /** What stays of the sums without those over some of the times. */
  less(some: HarmonicSums): HarmonicSums {
    const { sums, drifts } = this;
    const highest = drifts.length / 2 - 1;
    const offsetSquares = this.offsetSquares - some.offsetSquares;
    const rest = new HarmonicSums(highest, this.count - some.count, drifts[0] - some.drifts[0], offsetSquares);
    for (let i = 2; i < sums.length; i++) rest.sums[i] = sums[i] - some.sums[i];
    for (let i = 2; i < drifts.length; i++) rest.drifts[i] = drifts[i] - some.drifts[i];
    return rest;
  }

  /**
   * Lower triangle of the Gram matrix of level, drift, and cosine and sine of each of some harmonics, from the sums:
   * a product of two cosines or sines is half the sum of those of the angles' sum and difference.
   *
   * @param harmonics Increasing.
   */
  gram(harmonics: readonly number[], matrix: Float64Array): void {
    const size = 2 + 2 * harmonics.length;
    const { sums, drifts } = this;
    matrix[0] = this.count;
    matrix[size] = drifts[0];
    matrix[size + 1] = this.offsetSquares;
    for (let k = 0; k < harmonics.length; k++) {
      const a = 2 * harmonics[k];
      const cosRow = (2 + 2 * k) * size;
      const sinRow = cosRow + size;
      matrix[cosRow] = sums[a];
      matrix[cosRow + 1] = drifts[a];
      matrix[sinRow] = sums[a + 1];
      matrix[sinRow + 1] = drifts[a + 1];
      for (let l = 0; l <= k; l++) {
        const b = 2 * harmonics[l];
        const column = 2 + 2 * l;
        matrix[cosRow + column] = (sums[a - b] + sums[a + b]) / 2;
        matrix[cosRow + column + 1] = (sums[a + b + 1] - sums[a - b + 1]) / 2;
        matrix[sinRow + column] = (sums[a + b + 1] + sums[a - b + 1]) / 2;
        matrix[sinRow + column + 1] = (sums[a - b] - sums[a + b]) / 2;
      }
    }
  }
}
