import { HarmonicModel } from './harmonic-model.ts';
import { HarmonicRows } from './harmonic-rows.ts';
import { missingSamples } from './known-samples.ts';

/**
 * Fits of signal after signal at one period: level, drift and harmonics, as `fitHarmonics` fits them. Cosines and sines
 * and their sums are worked out once for all; what is missing in a signal is taken off the sums.
 */
export class CycleFits {
  readonly #rows: HarmonicRows;
  readonly #harmonics: readonly number[];

  /** @param harmonics Whole numbers, increasing. */
  constructor(timesS: Float64Array, periodS: number, harmonics: readonly number[]) {
    const centreS = (timesS[0] + timesS[timesS.length - 1]) / 2;
    this.#harmonics = harmonics;
    this.#rows = new HarmonicRows(timesS, centreS, harmonics[harmonics.length - 1]);
    this.#rows.use(harmonics);
    this.#rows.set(1 / periodS);
    this.#rows.sum();
  }

  /**
   * @param signals Each as long as the times; a sample that is NaN in one signal is left out of all.
   * @returns What the fit says of each signal at all times; null when the samples do not determine it.
   */
  expected(signals: readonly Float64Array[]): Float64Array[] | null {
    const rows = this.#rows;
    const missing = missingSamples(signals, rows.count);
    const model = new HarmonicModel(rows, withZeros(signals, missing), this.#harmonics);
    const sums = missing.length === 0 ? rows.sums : rows.sums.less(rows.sumsAt(missing));
    if (!model.factorise(sums)) return null;
    return model.coefficients().map((coefficients) => rows.combine(coefficients, this.#harmonics));
  }
}

/** The signals with nothing at some indices, so that these add nothing to any sum. */
function withZeros(signals: readonly Float64Array[], indices: Int32Array): readonly Float64Array[] {
  if (indices.length === 0) return signals;
  return signals.map((signal) => {
    const values = signal.slice();
    for (let k = 0; k < indices.length; k++) values[indices[k]] = 0;
    return values;
  });
}
