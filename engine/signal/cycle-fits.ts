import { HarmonicModel } from './harmonic-model.ts';
import { HarmonicRows } from './harmonic-rows.ts';
import type { HarmonicSums } from './harmonic-sums.ts';
import { missingSamples } from './known-samples.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Fits of signal after signal at one period: level, drift and harmonics, as `fitHarmonics` fits them. Cosines and sines
 * and their sums are worked out once for all; what is missing in a signal is taken off the sums.
 */
export class CycleFits {
  readonly #rows: HarmonicRows;
  readonly #harmonics: readonly number[];
  /** Of the signals before, to be used again for as many others. */
  #model: HarmonicModel | null = null;
  /** What its factor is of. */
  #factorised: HarmonicSums | null = null;

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
   * @param values Where to put what is returned, an array for each signal.
   * @returns What the fit says of each signal at all times; null when the samples do not determine it.
   */
  expected(
    signals: readonly Float64Array[],
    values: readonly Float64Array[] = sideBySide(signals.length, this.#rows.count),
  ): readonly Float64Array[] | null {
    const rows = this.#rows;
    const missing = missingSamples(signals, rows.count);
    const model = this.#modelOf(withZeros(signals, missing));
    const sums = missing.length === 0 ? rows.sums : rows.sums.less(rows.sumsAt(missing));
    if (this.#factorised !== sums) {
      this.#factorised = model.factorise(sums) ? sums : null;
      if (this.#factorised === null) return null;
    }
    for (const [s, coefficients] of model.coefficients().entries()) {
      rows.combine(coefficients, this.#harmonics, values[s]);
    }
    return values;
  }

  #modelOf(signals: readonly Float64Array[]): HarmonicModel {
    if (this.#model?.signalCount === signals.length) {
      this.#model.takeSignals(signals);
      return this.#model;
    }
    this.#factorised = null;
    this.#model = new HarmonicModel(this.#rows, signals, this.#harmonics);
    return this.#model;
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
