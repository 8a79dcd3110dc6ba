import type { SidePair } from './antiphase-period.ts';
import { HarmonicModel } from './harmonic-model.ts';
import { HarmonicRows } from './harmonic-rows.ts';
import { valuesOf } from './known-samples.ts';

/** Half a period apart, right minus left holds odd harmonics alone, and right plus left even ones. */
export const oddHarmonics = [1, 3];
const evenHarmonics = [2, 4];
const highestHarmonic = 4;

/** Some frames of a movement's two sides, and the two models that are fitted to them. */
export class AntiphaseSamples {
  readonly rows: HarmonicRows;
  /** Of right minus left. */
  readonly odd: HarmonicModel;
  /** Of right plus left. */
  readonly even: HarmonicModel;
  readonly #frames: Int32Array;
  readonly #differences: readonly Float64Array[];
  readonly #labelled: readonly Float64Array[];

  /** @param frames Those to look at; no signal may be NaN there. */
  constructor(timesS: Float64Array, pairs: readonly SidePair[], frames: Int32Array) {
    this.#frames = frames;
    this.rows = this.newRows(timesS);
    const sides = pairs.map(({ left, right }) => ({ left: valuesOf(left, frames), right: valuesOf(right, frames) }));
    this.#differences = sides.map(({ left, right }) => right.map((value, i) => value - left[i]));
    this.#labelled = this.#differences.map((difference) => difference.slice());
    const sums = sides.map(({ left, right }) => right.map((value, i) => value + left[i]));
    this.odd = new HarmonicModel(this.rows, this.#labelled, oddHarmonics);
    this.even = new HarmonicModel(this.rows, sums, evenHarmonics);
  }

  /** Further rows over the same frames. */
  newRows(timesS: Float64Array): HarmonicRows {
    const centreS = (timesS[0] + timesS[timesS.length - 1]) / 2;
    return new HarmonicRows(valuesOf(timesS, this.#frames), centreS, highestHarmonic);
  }

  /** Exchanges the sides in the frames that are marked with 1, and in no others: only the differences change, in sign. */
  label(exchanged: Uint8Array): void {
    for (let s = 0; s < this.#differences.length; s++) {
      const difference = this.#differences[s] as Float64Array;
      const labelled = this.#labelled[s] as Float64Array;
      for (let k = 0; k < difference.length; k++) {
        labelled[k] = exchanged[this.#frames[k]] === 1 ? -difference[k] : difference[k];
      }
    }
    this.odd.takeSignals();
  }

  /** Share of the variance, 0 to 1, that both models leave; 1 when they are not determined. */
  unexplained(frequencyHz: number): number {
    this.rows.set(frequencyHz);
    this.rows.sum();
    if (!this.odd.factorise() || !this.even.factorise()) return 1;
    return this.unexplainedBeside(this.even.residual());
  }

  /** The same at the frequency of rows and odd factor, with what the even model leaves there. */
  unexplainedBeside(evenRest: number): number {
    const oddRest = this.odd.residual();
    const total = this.odd.driftSumSquares + this.even.driftSumSquares;
    return total === 0 || Number.isNaN(evenRest) ? 1 : (oddRest + evenRest) / total;
  }
}
