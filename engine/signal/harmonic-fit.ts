import { solvePositiveDefinite } from './least-squares.ts';

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
}

/** One row of the design matrix. Higher harmonics come by turning the fundamental's, at two sines a row. */
function basis(row: Float64Array, timeS: number, centreS: number, periodS: number, harmonics: readonly number[]): void {
  row[0] = 1;
  row[1] = timeS - centreS;
  const angle = (2 * Math.PI * (timeS - centreS)) / periodS;
  const cos1 = Math.cos(angle);
  const sin1 = Math.sin(angle);
  let cos = 1;
  let sin = 0;
  let turned = 0;
  for (let h = 0; h < harmonics.length; h++) {
    for (; turned < harmonics[h]; turned++) {
      const next = cos * cos1 - sin * sin1;
      sin = sin * cos1 + cos * sin1;
      cos = next;
    }
    row[2 + 2 * h] = cos;
    row[3 + 2 * h] = sin;
  }
}

/** Whether every signal has a sample there. */
function known(signals: readonly Float64Array[], index: number): boolean {
  for (let s = 0; s < signals.length; s++) if (Number.isNaN((signals[s] as Float64Array)[index])) return false;
  return true;
}

function explained(solution: Float64Array, rightHandSide: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < solution.length; i++) sum += solution[i] * rightHandSide[i];
  return sum;
}

/**
 * Least squares of level, drift and the given harmonics of a known period, the same samples for every signal.
 *
 * @param harmonics Whole numbers, increasing.
 * @param signals Each as long as `timesS`; a sample that is NaN in one signal is left out of all.
 * @returns Null when there are fewer samples than coefficients or they do not determine them.
 */
export function fitHarmonics(
  timesS: Float64Array,
  signals: readonly Float64Array[],
  periodS: number,
  harmonics: readonly number[],
): HarmonicFit | null {
  const size = 2 + 2 * harmonics.length;
  const gram = new Float64Array(size * size);
  const sums = signals.map(() => new Float64Array(size));
  const squares = new Float64Array(signals.length);
  const row = new Float64Array(size);
  const centreS = (timesS[0] + timesS[timesS.length - 1]) / 2;
  let sampleCount = 0;
  for (let i = 0; i < timesS.length; i++) {
    if (!known(signals, i)) continue;
    sampleCount++;
    basis(row, timesS[i], centreS, periodS, harmonics);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) gram[a * size + b] = gram[a * size + b] + row[a] * row[b];
    }
    for (let s = 0; s < signals.length; s++) {
      const value = (signals[s] as Float64Array)[i];
      const sum = sums[s] as Float64Array;
      for (let a = 0; a < size; a++) sum[a] = sum[a] + value * row[a];
      squares[s] = squares[s] + value * value;
    }
  }
  if (sampleCount <= size) return null;
  const coefficients = solvePositiveDefinite(gram, size, sums);
  const g = gram;
  const drift = solvePositiveDefinite(
    Float64Array.of(g[0], g[size], g[size], g[size + 1]),
    2,
    sums.map((sum) => sum.slice(0, 2)),
  );
  if (coefficients === null || drift === null) return null;
  let residualSumSquares = 0;
  let driftSumSquares = 0;
  for (let s = 0; s < signals.length; s++) {
    const total = squares[s];
    const sum = sums[s] as Float64Array;
    residualSumSquares += Math.max(0, total - explained(coefficients[s] as Float64Array, sum));
    driftSumSquares += Math.max(0, total - explained(drift[s] as Float64Array, sum.subarray(0, 2)));
  }
  const valueAt = (signal: number, timeS: number): number => {
    basis(row, timeS, centreS, periodS, harmonics);
    return explained(coefficients[signal] as Float64Array, row);
  };
  return { periodS, harmonics, centreS, coefficients, residualSumSquares, driftSumSquares, sampleCount, valueAt };
}
