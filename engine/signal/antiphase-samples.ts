import type { SidePair } from './antiphase-period.ts';
import { difference, sum } from './elementwise.ts';
import { HarmonicModel } from './harmonic-model.ts';
import { HarmonicRows } from './harmonic-rows.ts';
import { valuesOf } from './known-samples.ts';

/** Half a period apart, right minus left holds odd harmonics alone, and right plus left even ones. */
const oddHarmonics = [1, 3];
const evenHarmonics = [2, 4];
export const highestHarmonic = 4;

/** Some frames of a movement's two sides, and the two models that are fitted to them. */
export class AntiphaseSamples {
  readonly rows: HarmonicRows;
  /** Right plus left. */
  readonly sums: readonly Float64Array[];
  /** Right minus left, as the sides are labelled. */
  readonly labelled: readonly Float64Array[];
  /** Of right minus left. */
  readonly odd: HarmonicModel;
  /** Of right plus left. */
  readonly even: HarmonicModel;
  readonly #frames: Int32Array;
  readonly #differences: readonly Float64Array[];

  /** @param frames Those to look at; no signal may be NaN there. */
  constructor(timesS: Float64Array, pairs: readonly SidePair[], frames: Int32Array) {
    const centreS = (timesS[0] + timesS[timesS.length - 1]) / 2;
    const sides = pairs.map(({ left, right }) => ({ left: valuesOf(left, frames), right: valuesOf(right, frames) }));
    this.#frames = frames;
    this.#differences = sides.map(({ left, right }) => difference(right, left));
    this.rows = new HarmonicRows(valuesOf(timesS, frames), centreS, highestHarmonic);
    this.labelled = this.#differences.map((values) => values.slice());
    this.sums = sides.map(({ left, right }) => sum(right, left));
    this.odd = new HarmonicModel(this.rows, this.labelled, oddHarmonics);
    this.even = new HarmonicModel(this.rows, this.sums, evenHarmonics);
  }

  /** Exchanges the sides in the frames that are marked with 1, and in no others: only the differences change, in sign. */
  label(exchanged: Uint8Array): void {
    for (let s = 0; s < this.#differences.length; s++) {
      const given = this.#differences[s] as Float64Array;
      const labelled = this.labelled[s] as Float64Array;
      for (let k = 0; k < given.length; k++) {
        labelled[k] = exchanged[this.#frames[k]] === 1 ? -given[k] : given[k];
      }
    }
    this.odd.takeSignals();
  }

  /** Share of the variance, 0 to 1, that both models leave; 1 when they are not determined. */
  unexplained(frequencyHz: number): number {
    this.rows.set(frequencyHz);
    this.rows.sum();
    const { sums } = this.rows;
    if (!this.odd.factorise(sums) || !this.even.factorise(sums)) return 1;
    const rest = this.odd.residual() + this.even.residual();
    const total = this.odd.driftSumSquares + this.even.driftSumSquares;
    return total === 0 ? 1 : rest / total;
  }
}
