import { HarmonicModel } from './harmonic-model.ts';
import { HarmonicRows } from './harmonic-rows.ts';
import { knownSamples, valuesOf } from './known-samples.ts';

/**
 * Fits of signal after signal at one period: level, drift and harmonics, as `fitHarmonics` fits them. Cosines and sines
 * are worked out once for all, and so is the factor of all signals without a gap.
 */
export class CycleFits {
  readonly #rows: HarmonicRows;
  readonly #harmonics: readonly number[];
  /** Of the model without gaps; null until it is asked for. */
  #wholeFactor: Float64Array | null = null;

  /** @param harmonics Whole numbers, increasing. */
  constructor(timesS: Float64Array, periodS: number, harmonics: readonly number[]) {
    const centreS = (timesS[0] + timesS[timesS.length - 1]) / 2;
    this.#harmonics = harmonics;
    this.#rows = new HarmonicRows(timesS, centreS, harmonics[harmonics.length - 1]);
    this.#rows.set(1 / periodS);
  }

  /**
   * @param signals Each as long as the times; a sample that is NaN in one signal is left out of all.
   * @returns What the fit says of each signal at all times; null when the samples do not determine it.
   */
  expected(signals: readonly Float64Array[]): Float64Array[] | null {
    const all = this.#rows;
    const known = knownSamples(signals, all.count);
    const isWhole = known.length === all.count;
    const rows = isWhole ? all : all.pick(known);
    const values = isWhole ? signals : signals.map((signal) => valuesOf(signal, known));
    const model = new HarmonicModel(rows, values, this.#harmonics);
    if (!model.isDetermined) return null;
    if (isWhole && this.#wholeFactor !== null) model.factor.set(this.#wholeFactor);
    else {
      rows.sum();
      if (!model.factorise(rows.sums)) return null;
      if (isWhole) this.#wholeFactor = model.factor;
    }
    return model.coefficients().map((coefficients) => all.combine(coefficients, this.#harmonics));
  }
}
