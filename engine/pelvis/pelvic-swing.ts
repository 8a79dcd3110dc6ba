import { fitHarmonics } from '../signal/harmonic-fit.ts';
import { madToSd, median } from '../signal/robust-statistics.ts';
import { outlineTilts } from './outline-tilt.ts';
import type { PelvisObservation } from './pelvis-observation.ts';

/** How the pelvis tilts to and fro over the stride, as its seat or its outline shows it. */
export interface PelvicSwing {
  /** What tells it: the seat where it is seen. */
  readonly by: 'seat' | 'outline';
  /** What the first or the third harmonic of the stride is at a time, degrees, positive: the right side hangs. */
  readonly harmonicDegAt: (order: 1 | 3, timeS: number) => number;
  /** What the single frames keep from the fold, degrees, standard deviation. */
  readonly scatterDeg: number;
  readonly n: number;
}

/**
 * Odd harmonics alone: what left and right steps do alike, half a stride apart. What one side does for itself cannot be told from the
 * folds of a shirt.
 */
const harmonics = [1, 3, 5];
/** Fewer frames than this do not determine the fold. */
const leastFrames = 20;
/** Colours across the outline must differ by this much, 0 to 441. */
const leastContrast = 35;
/** Frames keep to the fold within this, degrees. */
const mostScatterDeg = { seat: 4, outline: 6 };
/** The seat has to be seen in this share of the pictures. */
const leastSeatShare = 0.6;
/** Frames further off the fold than this many robust standard deviations are wrong. */
const deviations = 3;

/** An outline that is rounder than this hardly moves as it turns. Trunk lengths a radian. */
const leastLeverage = 0.05;

interface Tilt {
  readonly timeS: number;
  readonly tiltDeg: number;
}

/**
 * Folds the lean of the seat on the stride, or the outline's tilt where no seat is seen.
 *
 * @returns Null when there are too few pictures, or neither follows the stride, and the outline does not stand out or is too round to show a tilt.
 */
export function pelvicSwing(observations: readonly PelvisObservation[], strideS: number): PelvicSwing | null {
  if (observations.length < leastFrames) return null;
  return bySeat(observations, strideS) ?? byOutline(observations, strideS);
}

function bySeat(observations: readonly PelvisObservation[], strideS: number): PelvicSwing | null {
  const tilts = observations.flatMap(({ timeS, seatLeanDeg }): Tilt[] =>
    seatLeanDeg === null ? [] : [{ timeS, tiltDeg: seatLeanDeg }],
  );
  if (tilts.length < leastSeatShare * observations.length) return null;
  return swingOf(tilts, strideS, 'seat');
}

function byOutline(observations: readonly PelvisObservation[], strideS: number): PelvicSwing | null {
  const { tiltDeg, leverage } = outlineTilts(observations.map(({ outline }) => outline));
  const contrast = median(observations.map(({ outline }) => outline.contrast));
  if (contrast < leastContrast || leverage < leastLeverage) return null;
  const tilts = observations
    .map(({ timeS }, i): Tilt => ({ timeS, tiltDeg: tiltDeg[i] }))
    .filter((tilt) => Number.isFinite(tilt.tiltDeg));
  return swingOf(tilts, strideS, 'outline');
}

function swingOf(tilts: readonly Tilt[], strideS: number, by: PelvicSwing['by']): PelvicSwing | null {
  const fit = foldOf(tilts, strideS);
  if (fit === null) return null;
  const misses = tilts.map((tilt) => Math.abs(tilt.tiltDeg - fit.valueAt(0, tilt.timeS)));
  const limit = deviations * madToSd * median(misses);
  const kept = tilts.filter((_, i) => misses[i] <= limit);
  const again = foldOf(kept, strideS);
  if (again === null) return null;
  const scatterDeg = Math.sqrt(again.residualSumSquares / Math.max(1, again.sampleCount - 2 - 2 * harmonics.length));
  if (scatterDeg > mostScatterDeg[by]) return null;
  return {
    by,
    harmonicDegAt: (order, timeS) => {
      const first = 2 + 2 * harmonics.indexOf(order);
      const angle = (2 * Math.PI * order * (timeS - again.centreS)) / strideS;
      const [cosine, sine] = again.coefficients[0].subarray(first, first + 2);
      return cosine * Math.cos(angle) + sine * Math.sin(angle);
    },
    scatterDeg,
    n: kept.length,
  };
}

function foldOf(tilts: readonly Tilt[], strideS: number): ReturnType<typeof fitHarmonics> {
  if (tilts.length < leastFrames) return null;
  const timesS = Float64Array.from(tilts, ({ timeS }) => timeS);
  return fitHarmonics(timesS, [Float64Array.from(tilts, ({ tiltDeg }) => tiltDeg)], strideS, harmonics);
}
