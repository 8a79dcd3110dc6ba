import { mean } from './statistics.ts';

/** Fewer common points than this say nothing of a curve. */
const leastPoints = 50;

/** How a measured curve differs from the true one, in its unit. */
export interface CurveError {
  /** Root mean square of the whole difference. */
  readonly rms: number;
  /** Mean of measured less true. */
  readonly offset: number;
  /** Root mean square of what remains once the offset is taken off. */
  readonly rmsOfShape: number;
}

/** Error of a measured curve; null where too little of it is known. */
export function curveError(measured: readonly (number | null)[], truth: readonly number[]): CurveError | null {
  const errors = measured.flatMap((value, i) => {
    const error = (value ?? Number.NaN) - (truth[i] ?? Number.NaN);
    return Number.isNaN(error) ? [] : [error];
  });
  if (errors.length < leastPoints) return null;
  const offset = mean(errors);
  const meanSquare = mean(errors.map((error) => error * error));
  return {
    rms: Math.sqrt(meanSquare),
    offset,
    rmsOfShape: Math.sqrt(Math.max(0, meanSquare - offset * offset)),
  };
}
