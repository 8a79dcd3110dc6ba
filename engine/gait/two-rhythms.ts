import { HarmonicFitter } from '../signal/harmonic-fit.ts';
import { placesPerStride } from './phase-leaps.ts';

/** Strides before and after a place that are held against each other. */
const reachStrides = 1.25;
/** Of what moves in the legs, the share that two rhythms of their own explain and one that runs through does not (32 clips without a cut: 0.004 at most). */
const leastGain = 0.012;
/** By so many times does the one rhythm leave more than the two (the same clips: 2). */
const leastRatio = 3;
/** Periods that are tried, as shares of the clip's own, that first: a cut has bent it by up to a tenth. */
const periodShares = Array.from({ length: 15 }, (_, i) => 1 + 0.024 * Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1));
/** Legs against each other do only odd harmonics. */
const harmonics = [1, 3];
/** Fewer samples on a side follow any rhythm. */
const leastSamples = 14;
/** Places about one that leaps at which two rhythms are tried. */
const placesAround = 3;

/**
 * Where two rhythms of their own, before and after, explain the legs so much better than one that the clip was cut, or changes its speed.
 *
 * @param signals Legs against each other.
 * @param placesS Where that may be.
 * @returns Seconds; null where one rhythm runs through.
 */
export function brokenAtS(
  timesS: Float64Array,
  signals: readonly Float64Array[],
  strideS: number,
  placesS: readonly number[],
): number | null {
  const stepS = strideS / placesPerStride;
  const around = (placeS: number, reach: number): number[] =>
    Array.from({ length: 2 * reach + 1 }, (_, k) => placeS + (k - reach) * stepS);
  const isCut = (timeS: number): boolean => !Number.isNaN(leftByTwo(timesS, signals, timeS, strideS));
  const cut = placesS.filter((placeS) => around(placeS, placesAround).some(isCut));
  // A short clip's period is bent so far that the rhythm seems to leap beside the cut.
  let cutS: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const timeS of new Set(cut.flatMap((placeS) => around(placeS, placesPerStride)))) {
    const left = leftByTwo(timesS, signals, timeS, strideS);
    if (!(left < least)) continue;
    least = left;
    cutS = timeS;
  }
  return cutS;
}

/** Share of the motion about a time that two rhythms, before and after, do not explain; NaN where one that runs through is hardly worse. */
function leftByTwo(timesS: Float64Array, signals: readonly Float64Array[], timeS: number, strideS: number): number {
  const span = reachStrides * strideS;
  const within = (fromS: number, toS: number): HarmonicFitter => {
    const from = timesS.findIndex((time) => time >= fromS);
    const end = timesS.findIndex((time) => time >= toS);
    const to = end < 0 ? timesS.length : end;
    return new HarmonicFitter(
      timesS.subarray(from, to),
      signals.map((signal) => signal.subarray(from, to)),
      harmonics,
    );
  };
  const through = within(timeS - span, timeS + span);
  let one = Number.POSITIVE_INFINITY;
  for (const share of periodShares) {
    one = Math.min(one, through.residual(share * strideS));
    // Two can explain no more than all that one leaves: most places are told by the first period.
    if (one <= leastGain * through.driftSumSquares) return Number.NaN;
  }
  const before = within(timeS - span, timeS);
  const after = within(timeS, timeS + span);
  if (Math.min(before.sampleCount, after.sampleCount) < leastSamples) return Number.NaN;
  let two = Number.POSITIVE_INFINITY;
  for (const share of periodShares)
    two = Math.min(two, before.residual(share * strideS) + after.residual(share * strideS));
  const motion = through.driftSumSquares;
  return Number.isFinite(two) && one > leastRatio * two && one - two > leastGain * motion ? two / motion : Number.NaN;
}
