import { HarmonicModel } from './harmonic-model.ts';
import { HarmonicRows } from './harmonic-rows.ts';
import { knownSamples, valuesOf } from './known-samples.ts';

/** Signals modelled as level + drift + harmonics of one period. */
export interface HarmonicFit {
  readonly periodS: number;
  readonly harmonics: readonly number[];
  /** Time at which the drift term is zero. */
  readonly centreS: number;
  /** Per signal: level, drift per second, then cosine and sine amplitude of each harmonic. */
  readonly coefficients: readonly Float64Array[];
  /** Summed over the signals. */
  readonly residualSumSquares: number;
  /** What the residual would be with level and drift alone, summed over the signals. */
  readonly driftSumSquares: number;
  /** Samples used, of each signal. */
  readonly sampleCount: number;
  /** Value of one fitted signal at a time. */
  readonly valueAt: (signal: number, timeS: number) => number;
  /** Values of every fitted signal at some times. */
  readonly valuesAt: (timesS: Float64Array) => Float64Array[];
}

/** The same signals fitted at one period after another. */
export class HarmonicFitter {
  readonly #harmonics: readonly number[];
  readonly #centreS: number;
  readonly #rows: HarmonicRows;
  readonly #model: HarmonicModel;

  /**
   * @param signals Each as long as `timesS`; a sample that is NaN in one signal is left out of all.
   * @param harmonics Whole numbers, increasing.
   */
  constructor(timesS: Float64Array, signals: readonly Float64Array[], harmonics: readonly number[]) {
    const known = knownSamples(signals, timesS.length);
    this.#harmonics = harmonics;
    this.#centreS = (timesS[0] + timesS[timesS.length - 1]) / 2;
    this.#rows = new HarmonicRows(valuesOf(timesS, known), this.#centreS, harmonics[harmonics.length - 1]);
    const values = signals.map((signal) => valuesOf(signal, known));
    this.#model = new HarmonicModel(this.#rows, values, harmonics);
  }

  #set(periodS: number): boolean {
    if (!this.#model.isDetermined) return false;
    this.#rows.set(1 / periodS);
    this.#rows.sum();
    return this.#model.factorise(this.#rows.sums);
  }

  /** Sum of the squares that a fit leaves, over the signals; infinite when the samples do not determine it. */
  residual(periodS: number): number {
    return this.#set(periodS) ? this.#model.residual() : Number.POSITIVE_INFINITY;
  }

  /** What level and drift alone leave, summed over the signals, whatever the period; 0 before the first fit. */
  get driftSumSquares(): number {
    return this.#model.driftSumSquares;
  }

  /** Samples used, of each signal. */
  get sampleCount(): number {
    return this.#rows.count;
  }

  /** @returns Null when there are fewer samples than coefficients or they do not determine them. */
  fit(periodS: number): HarmonicFit | null {
    if (!this.#set(periodS)) return null;
    const harmonics = this.#harmonics;
    const centreS = this.#centreS;
    const model = this.#model;
    const residualSumSquares = model.residual();
    const coefficients = model.coefficients();
    return {
      periodS,
      harmonics,
      centreS,
      coefficients,
      residualSumSquares,
      driftSumSquares: model.driftSumSquares,
      sampleCount: this.#rows.count,
      valueAt: (signal, timeS) => valueAt(coefficients[signal] as Float64Array, harmonics, timeS - centreS, periodS),
      valuesAt: (timesS) => {
        const rows = new HarmonicRows(timesS, centreS, this.#rows.highest);
        rows.set(1 / periodS);
        return coefficients.map((amplitudes) => rows.combine(amplitudes, harmonics));
      },
    };
  }
}

/** Level, drift and harmonics at one time. Higher harmonics come by turning the fundamental. */
function valueAt(coefficients: Float64Array, harmonics: readonly number[], offsetS: number, periodS: number): number {
  const angle = (2 * Math.PI * offsetS) / periodS;
  const cos1 = Math.cos(angle);
  const sin1 = Math.sin(angle);
  let cos = 1;
  let sin = 0;
  let turned = 0;
  let value = coefficients[0] + coefficients[1] * offsetS;
  for (let h = 0; h < harmonics.length; h++) {
    for (; turned < harmonics[h]; turned++) {
      const next = cos * cos1 - sin * sin1;
      sin = sin * cos1 + cos * sin1;
      cos = next;
    }
    value += coefficients[2 + 2 * h] * cos + coefficients[3 + 2 * h] * sin;
  }
  return value;
}

/**
 * Least squares of level, drift and the given harmonics of a known period, the same samples for every signal.
 *
 * @param harmonics Whole numbers, increasing.
 * @param signals Each as long as `timesS`; a sample that is NaN in one signal is left out of all.
 * @returns Null when there are fewer samples than coefficients or they do not determine them.
 */
export const fitHarmonics = (
  timesS: Float64Array,
  signals: readonly Float64Array[],
  periodS: number,
  harmonics: readonly number[],
): HarmonicFit | null => new HarmonicFitter(timesS, signals, harmonics).fit(periodS);
