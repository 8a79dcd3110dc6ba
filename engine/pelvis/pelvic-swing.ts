import { fitHarmonics } from '../signal/harmonic-fit.ts';
import { madToSd, median } from '../signal/robust-statistics.ts';
import type { PelvisObservation } from './pelvis-observation.ts';

/** How the pelvis tilts to and fro over the stride, as its outline shows it. */
export interface PelvicSwing {
  /** Tilt against its own mean at a time, degrees, positive: the right side hangs. */
  readonly leanDegAt: (timeS: number) => number;
  /** What the single frames keep from the fold, degrees, standard deviation. */
  readonly scatterDeg: number;
  readonly contrast: number;
  readonly n: number;
}

/**
 * Odd harmonics alone: what left and right steps do alike, half a stride apart. What one side does for itself cannot be told from the
 * folds of a shirt.
 */
const harmonics = [1, 3, 5];
/** Fewer frames than this do not determine the fold. */
const leastFrames = 20;
/** Colours across the outline must differ by this much, 0 to 441, and frames keep to the fold within this, degrees. */
const leastContrast = 35;
const mostScatterDeg = 6;
/** Frames further off the fold than this many robust standard deviations are wrong. */
const deviations = 3;

/**
 * Folds the outline's lean on the stride.
 *
 * @returns Null when there are too few pictures of it, or the outline does not stand out or does not follow the stride.
 */
export function pelvicSwing(observations: readonly PelvisObservation[], strideS: number): PelvicSwing | null {
  const fit = foldOf(observations, strideS);
  if (fit === null) return null;
  const misses = observations.map(({ timeS, leanDeg }) => Math.abs(leanDeg - fit.valueAt(0, timeS)));
  const limit = deviations * madToSd * median(misses);
  const kept = observations.filter((_, i) => misses[i] <= limit);
  const again = foldOf(kept, strideS);
  if (again === null) return null;
  const [level, drift] = again.coefficients[0];
  const contrast = median(kept.map((observation) => observation.contrast));
  const scatterDeg = Math.sqrt(again.residualSumSquares / Math.max(1, again.sampleCount - 2 - 2 * harmonics.length));
  if (contrast < leastContrast || scatterDeg > mostScatterDeg) return null;
  return {
    leanDegAt: (timeS) => again.valueAt(0, timeS) - level - drift * (timeS - again.centreS),
    scatterDeg,
    contrast,
    n: kept.length,
  };
}

function foldOf(observations: readonly PelvisObservation[], strideS: number): ReturnType<typeof fitHarmonics> {
  if (observations.length < leastFrames) return null;
  const timesS = Float64Array.from(observations, ({ timeS }) => timeS);
  return fitHarmonics(timesS, [Float64Array.from(observations, ({ leanDeg }) => leanDeg)], strideS, harmonics);
}
