import { minimise } from './golden-section.ts';
import { fitHarmonics } from './harmonic-fit.ts';

/** One coordinate of a limb's end on both sides, over the same frames. */
export interface SidePair {
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** The period of a movement in which the sides do the same half a period apart. */
export interface AntiphasePeriod {
  readonly periodS: number;
  /** Share of the variance, 0 to 1, that the movement explains. */
  readonly explained: number;
}

/** Half a period apart, right minus left holds odd harmonics alone, and right plus left even ones. */
const differenceHarmonics = [1, 3];
const sumHarmonics = [2, 4];

/** Samples per second that the search for the period is content with. */
const searchHz = 25;

/**
 * Period of an alternating movement. Fitting odd harmonics to the difference of the sides and even ones to their sum
 * leaves neither half nor twice the period as a rival.
 *
 * @param pairs Coordinates free of the body's own travel, such as ankle minus hip.
 * @param shortestS Shortest period looked for.
 * @param longestS Longest; cut to four fifths of the clip's duration.
 * @returns Null when the clip is too short or has too few samples.
 */
export function antiphasePeriod(
  timesS: Float64Array,
  pairs: readonly SidePair[],
  shortestS: number,
  longestS: number,
): AntiphasePeriod | null {
  const durationS = timesS[timesS.length - 1] - timesS[0];
  const lowestHz = Math.max(1 / longestS, 1.25 / durationS);
  const highestHz = 1 / shortestS;
  if (!(lowestHz < highestHz)) return null;
  const differences = pairs.map(({ left, right }) => right.map((value, i) => value - left[i]));
  const sums = pairs.map(({ left, right }) => right.map((value, i) => value + left[i]));

  const every = (step: number) => (values: Float64Array) => values.filter((_, i) => i % step === 0);
  // Rough search on fewer samples: the highest harmonic asked for needs no more.
  const thin = every(Math.max(1, Math.floor((timesS.length - 1) / durationS / searchHz)));
  const full = { timesS, differences, sums };
  const thinned = { timesS: thin(timesS), differences: differences.map(thin), sums: sums.map(thin) };

  const unexplained = (frequencyHz: number, samples = full): number => {
    const odd = fitHarmonics(samples.timesS, samples.differences, 1 / frequencyHz, differenceHarmonics);
    const even = fitHarmonics(samples.timesS, samples.sums, 1 / frequencyHz, sumHarmonics);
    if (odd === null || even === null) return 1;
    const total = odd.driftSumSquares + even.driftSumSquares;
    return total === 0 ? 1 : (odd.residualSumSquares + even.residualSumSquares) / total;
  };

  const stepHz = 1 / (6 * durationS);
  let best = Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  for (let frequencyHz = lowestHz; frequencyHz <= highestHz; frequencyHz += stepHz) {
    const rest = unexplained(frequencyHz, thinned);
    if (rest < least) {
      least = rest;
      best = frequencyHz;
    }
  }
  if (!(least < 1)) return null;
  const frequencyHz = minimise((hz) => unexplained(hz), best - stepHz, best + stepHz, 1e-5);
  return { periodS: 1 / frequencyHz, explained: 1 - unexplained(frequencyHz) };
}
