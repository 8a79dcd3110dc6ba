import { backwardInPlace, factorInPlace, forwardInPlace } from './cholesky.ts';
import { dot } from './elementwise.ts';
import type { Spectrum } from './fourier-transform.ts';
import type { FoldedSignal, HarmonicRows } from './harmonic-rows.ts';
import type { HarmonicSums } from './harmonic-sums.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Least squares of level, drift and some harmonics, at whatever frequency its rows are set to. Signals are without gaps,
 * as long as the rows. Everything is worked out in arrays of its own, so that a search over frequencies allocates nothing.
 */
export class HarmonicModel {
  readonly #rows: HarmonicRows;
  readonly #harmonics: readonly number[];
  #signals: readonly Float64Array[];
  readonly #folded: readonly FoldedSignal[];
  readonly #size: number;
  /** Per signal: sum, sum times offset, sum of squares. */
  readonly #moments: Float64Array;
  /** Per signal: its sums with every column of the model. */
  readonly #projections: Float64Array;
  /** Lower triangle, row-major: of the Gram matrix's Cholesky factor. To be kept and put back for a frequency met again. */
  readonly factor: Float64Array;
  /** What level and drift alone leave, of all signals. */
  driftSumSquares = 0;

  constructor(rows: HarmonicRows, signals: readonly Float64Array[], harmonics: readonly number[]) {
    const size = 2 + 2 * harmonics.length;
    this.#rows = rows;
    this.#signals = signals;
    const folded = sideBySide(2 * signals.length, rows.folded.offsetS.length);
    this.#folded = signals.map((_, s) => ({
      sums: folded[2 * s] as Float64Array,
      differences: folded[2 * s + 1] as Float64Array,
    }));
    this.#harmonics = harmonics;
    this.#size = size;
    this.#moments = new Float64Array(3 * signals.length);
    this.#projections = new Float64Array(size * signals.length);
    this.factor = new Float64Array(size * size);
    rows.use(harmonics);
    this.takeSignals();
  }

  get signalCount(): number {
    return this.#signals.length;
  }

  /** Whether there are more samples than coefficients. */
  get isDetermined(): boolean {
    return this.#rows.count > this.#size;
  }

  /** To be called when the signals' values have changed, or with as many others. */
  takeSignals(signals = this.#signals): void {
    const { folded } = this.#rows;
    this.#signals = signals;
    for (let s = 0; s < this.#signals.length; s++) {
      const signal = this.#signals[s] as Float64Array;
      const { sums, differences } = this.#folded[s] as FoldedSignal;
      folded.fold(signal, sums, differences);
      let sum = 0;
      for (let i = 0; i < sums.length; i++) sum += sums[i];
      this.#moments[3 * s] = sum;
      this.#moments[3 * s + 1] = dot(differences, folded.offsetS);
      this.#moments[3 * s + 2] = dot(signal, signal);
    }
  }

  /** Works out {@link factor} from sums, most often the rows' own. @returns False when they do not determine the coefficients. */
  factorise(sums: HarmonicSums): boolean {
    sums.gram(this.#harmonics, this.factor);
    return sums.count > this.#size && factorInPlace(this.factor, this.#size);
  }

  /** What the fit leaves, of all signals, at the frequency of rows and factor. Sets {@link driftSumSquares} too. */
  residual(): number {
    this.#project();
    return this.#unfitted();
  }

  /**
   * The same at a frequency of the signals' spectra and of the factor.
   *
   * @param spectra By signal: its values times cosine and sine of every frequency.
   */
  residualOf(spectra: readonly Spectrum[], frequency: number): number {
    this.#projectDrift();
    const z = this.#projections;
    for (let s = 0; s < this.#signals.length; s++) {
      const spectrum = spectra[s] as Spectrum;
      for (let k = 0; k < this.#harmonics.length; k++) {
        const at = s * this.#size + 2 + 2 * k;
        z[at] = spectrum.cosineSum(frequency * this.#harmonics[k]);
        z[at + 1] = spectrum.sineSum(frequency * this.#harmonics[k]);
      }
    }
    return this.#unfitted();
  }

  #unfitted(): number {
    const z = this.#projections;
    const size = this.#size;
    let left = 0;
    let driftLeft = 0;
    for (let s = 0; s < this.#signals.length; s++) {
      const at = s * size;
      forwardInPlace(this.factor, size, z, at);
      let fitted = 0;
      for (let k = at; k < at + size; k++) fitted += z[k] * z[k];
      const total = this.#moments[3 * s + 2];
      left += Math.max(0, total - fitted);
      driftLeft += Math.max(0, total - (z[at] * z[at] + z[at + 1] * z[at + 1]));
    }
    this.driftSumSquares = driftLeft;
    return left;
  }

  /** Of each signal: level, drift per second, then cosine and sine amplitude of each harmonic. */
  coefficients(): Float64Array[] {
    this.#project();
    const size = this.#size;
    const coefficients = sideBySide(this.#signals.length, size);
    for (const [s, solved] of coefficients.entries()) {
      for (let k = 0; k < size; k++) solved[k] = this.#projections[s * size + k];
      forwardInPlace(this.factor, size, solved, 0);
      backwardInPlace(this.factor, size, solved);
    }
    return coefficients;
  }

  #project(): void {
    this.#projectDrift();
    this.#rows.project(this.#folded, this.#harmonics, this.#projections);
  }

  /** The columns that are the same at every frequency. */
  #projectDrift(): void {
    const z = this.#projections;
    for (let s = 0; s < this.#signals.length; s++) {
      z[s * this.#size] = this.#moments[3 * s];
      z[s * this.#size + 1] = this.#moments[3 * s + 1];
    }
  }
}
