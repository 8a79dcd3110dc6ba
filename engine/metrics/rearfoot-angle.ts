import type { BackStep } from '../gait/back/back-gait.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { heelPhase } from '../rearfoot/heel-stance.ts';
import type { RearfootObservation } from '../rearfoot/rearfoot-observation.ts';
import { solvePositiveDefinite } from '../signal/least-squares.ts';
import { normal90 } from '../signal/student-t.ts';
import type { BySide } from './back-view-metrics.ts';
import { bySide } from './by-side.ts';
import { measured, type WithheldReason } from './measured.ts';
import type { RearfootAngle } from './rearfoot-metrics.ts';
import { withheldRearfoot } from './withheld-back-metrics.ts';

/** Share of the stance in which the heel is down and seen from behind as it stands. */
export const heelDownShare = 0.7;
/** Frames, and stances that they come from, that a leg must show. */
const leastFrames = 5;
const leastStances = 2;

/**
 * Standard uncertainty that no number of frames takes away, degrees: of the line of a shoe's heel against the heel's own, and of a
 * limb's outline against its bones, on the development half of the rendered clips (docs/accuracy.md).
 */
const biasDeg = { level: 1.4, touchdown: 3.5, range: 3.5 };
/**
 * Scatter of one frame's angle that its lines' standard errors leave out, degrees: just after touchdown the other foot passes beside the
 * heel and the toes are up, and late the heel lifts, earlier in some runners than in others: then the sole shows, and its edges are taken for
 * the heel's (by up to 26 degrees in the development half).
 */
const frameScatterDeg = (phase: number): number =>
  1 + 8 * Math.max(0, 1 - phase / 0.15) + 20 * Math.max(0, phase - 0.5);

/** Rearfoot angles of the frames of one leg, for its mean stance. */
interface Sample {
  readonly phase: number;
  readonly deg: number;
  readonly seDeg: number;
  readonly stance: number;
}

/** Heel against lower leg in one picture, degrees, eversion positive; null where a line is not seen. */
export function eversionDeg({ side, heelAxisDeg, shankAxisDeg }: RearfootObservation): number | null {
  if (heelAxisDeg === null || shankAxisDeg === null) return null;
  return side === 'left' ? heelAxisDeg - shankAxisDeg : shankAxisDeg - heelAxisDeg;
}

/**
 * Rearfoot angle: the heel counter's midline against the lower leg's, as projected on the picture, over the mean stance of each leg.
 * Eversion is positive. A turned camera turns both lines alike, so nothing is taken off.
 *
 * @param observations Lines in the picture, see `RearfootObservation`.
 * @returns Peak, mean and range over the first 70 % of the stance, in which the heel is down; the range is the peak less the value at
 * touchdown. Half widths hold what a shoe hides.
 */
export function rearfootAngleOf(
  observations: readonly RearfootObservation[],
  steps: readonly BackStep[],
): BySide<RearfootAngle> {
  return bySide((side) => ofSide(observations, steps, side));
}

function ofSide(observations: readonly RearfootObservation[], steps: readonly BackStep[], side: Side): RearfootAngle {
  const stances = steps.filter((step) => step.side === side && step.accepted);
  const seen = observations.filter((observation) => observation.side === side);
  if (stances.length < leastStances) return withheldRearfoot('too_few_steps', stances.length);
  const samples = seen.flatMap((observation): Sample[] => {
    const { timeS, heelHalfWidthDeg, shankHalfWidthDeg } = observation;
    const stance = stances.findIndex(({ touchdownS, toeOffS }) => timeS >= touchdownS - 0.01 && timeS <= toeOffS);
    const deg = eversionDeg(observation);
    if (stance < 0 || deg === null) return [];
    const phase = heelPhase(stances[stance], timeS);
    if (phase > heelDownShare + 0.05) return [];
    const seDeg = Math.hypot(heelHalfWidthDeg ?? 0, shankHalfWidthDeg ?? 0) / normal90;
    return [{ phase, deg, seDeg: Math.hypot(seDeg, frameScatterDeg(phase)), stance }];
  });
  const shown = new Set(samples.map(({ stance }) => stance)).size;
  if (samples.length < leastFrames || shown < leastStances) return withheldRearfoot(whyNot(seen), samples.length);
  const course = stanceCourse(samples, shown);
  if (course === null) return withheldRearfoot('keypoints_missing', samples.length);
  return describe(course, shown);
}

/** The picture's commonest reason. */
function whyNot(seen: readonly RearfootObservation[]): WithheldReason {
  if (seen.length === 0) return 'keypoints_missing';
  const tooSmall = seen.filter(({ reason }) => reason === 'too_small').length;
  return tooSmall > seen.length / 2 ? 'runner_too_small' : 'picture_unclear';
}

/** The mean stance of one leg and how sure it is. */
interface Course {
  at(phase: number): number;
  /** Standard error of a sum of the curve's values, weights by phase. */
  seOf(weights: readonly (readonly [phase: number, weight: number])[]): number;
}

const terms = 4;
/**
 * What is expected of level, roll, slope and bend before a picture is seen, degrees: any level; the roll of the runners below, who
 * evert 11 from touchdown to their peak.
 */
const expectedDeg = [0, 11, 0, 0];
/** How far from what is expected each of them may well lie, degrees. */
const reachDeg = [30, 4, 5, 10];

/**
 * Eversion over the stance (46 runners at 2.5 m/s, BMC-RIC data of Fukuchi et al. 2017 and Ferber et al. 2024), from 0 at touchdown to 1
 * at its peak, every 13.5 % of the stance.
 */
const usualRoll = [0, 0.67, 1, 0.99, 0.94, 0.75, 0.47, 0.21];
const usualStep = 0.135;

function rollAt(phase: number): number {
  const place = Math.min(usualRoll.length - 1.001, Math.max(0, phase / usualStep));
  const before = Math.floor(place);
  return usualRoll[before] + (place - before) * (usualRoll[before + 1] - usualRoll[before]);
}

const rowOf = (phase: number): number[] => [1, rollAt(phase), phase - 0.4, (phase - 0.4) ** 2];

/**
 * Fits level, roll, slope and bend to the samples, robustly (Huber 1964: beyond 1.5 deviations a sample pulls no harder).
 *
 * @param stances How many there are: frames of one stance err alike.
 */
function stanceCourse(samples: readonly Sample[], stances: number): Course | null {
  let fit = solve(samples, () => 1);
  for (let round = 0; round < 8 && fit !== null; round++) {
    const { coefficients } = fit;
    fit = solve(samples, ({ phase, deg, seDeg }) => {
      const off = Math.abs(deg - weigh(coefficients, rowOf(phase))) / seDeg;
      return off <= 1.5 ? 1 : 1.5 / off;
    });
  }
  if (fit === null) return null;
  const { coefficients } = fit;
  const offOf = ({ phase, deg, seDeg }: Sample): number => Math.abs(deg - weigh(coefficients, rowOf(phase))) / seDeg;
  const squares = samples.reduce((sum, sample) => sum + Math.min(3, offOf(sample)) ** 2, 0);
  const excess = Math.max(1, squares / Math.max(1, samples.length - terms));
  // Neighbours in a stance are alike: each stance counts as three independent looks at most.
  const alike = Math.max(1, samples.length / (3 * stances));
  const known = solve(samples, (sample) => Math.min(1, 1.5 / offOf(sample)) / (excess * alike));
  if (known === null) return null;
  return {
    at: (phase) => weigh(coefficients, rowOf(phase)),
    seOf(weights) {
      const row = new Float64Array(terms);
      for (const [phase, weight] of weights) {
        rowOf(phase).forEach((value, k) => {
          row[k] += weight * value;
        });
      }
      return Math.sqrt(
        Math.max(
          0,
          weigh(
            row,
            known.inverse.map((column) => weigh(row, [...column])),
          ),
        ),
      );
    },
  };
}

const weigh = (coefficients: Float64Array, row: readonly number[]): number =>
  row.reduce((sum, value, k) => sum + value * coefficients[k], 0);

function solve(samples: readonly Sample[], trust: (sample: Sample) => number) {
  const normal = new Float64Array(terms * terms);
  const right = new Float64Array(terms);
  for (const sample of samples) {
    const row = rowOf(sample.phase);
    const weight = trust(sample) / sample.seDeg ** 2;
    for (let a = 0; a < terms; a++) {
      right[a] += weight * row[a] * sample.deg;
      for (let b = 0; b < terms; b++) normal[a * terms + b] += weight * row[a] * row[b];
    }
  }
  for (let a = 0; a < terms; a++) {
    normal[a * terms + a] += 1 / reachDeg[a] ** 2;
    right[a] += expectedDeg[a] / reachDeg[a] ** 2;
  }
  const units = Array.from({ length: terms }, (_, k) =>
    Float64Array.from({ length: terms }, (_, i) => (i === k ? 1 : 0)),
  );
  const solved = solvePositiveDefinite(normal, terms, [right, ...units]);
  if (solved === null) return null;
  const [coefficients, ...inverse] = solved;
  return { coefficients, inverse };
}

/** Index of the phase before which no peak is looked for: a tenth of the stance. */
const earliestPeak = 10;
const phases = Array.from({ length: 71 }, (_, i) => (i / 70) * heelDownShare);

function describe(course: Course, n: number): RearfootAngle {
  const values = phases.map((phase) => course.at(phase));
  // The foot rolls in after touchdown, whatever the first frames show.
  const peakAt = values.reduce(
    (best, value, i) => (i >= earliestPeak && value > values[best] ? i : best),
    earliestPeak,
  );
  const peakPhase = phases[peakAt];
  const width = (se: number, bias: number): number => normal90 * Math.hypot(se, bias);
  const share = 1 / phases.length;
  const peakSe = course.seOf([[peakPhase, 1]]);
  return {
    atTouchdown: measured(values[0], width(course.seOf([[0, 1]]), biasDeg.touchdown), n),
    atMidStance: measured(course.at(0.5), width(course.seOf([[0.5, 1]]), biasDeg.level), n),
    peak: measured(values[peakAt], width(peakSe, biasDeg.level), n),
    mean: measured(
      values.reduce((sum, value) => sum + value, 0) * share,
      width(course.seOf(phases.map((phase) => [phase, share])), biasDeg.level),
      n,
    ),
    range: measured(
      Math.max(0, values[peakAt] - values[0]),
      width(
        course.seOf([
          [peakPhase, 1],
          [0, -1],
        ]),
        biasDeg.range,
      ),
      n,
    ),
    peakTimePercent: measured(100 * peakPhase, 100 * peakTimeHalfWidth(values, peakAt, peakSe), n),
  };
}

/** Half of the stretch in which the curve is as high as its peak may be wrong, 5 % of the stance at least. */
function peakTimeHalfWidth(values: readonly number[], peakAt: number, peakSe: number): number {
  const level = values[peakAt] - normal90 * Math.max(0.3, peakSe);
  let [first, last] = [peakAt, peakAt];
  while (first > 0 && values[first - 1] >= level) first--;
  while (last < values.length - 1 && values[last + 1] >= level) last++;
  return Math.max(0.05, Math.max(phases[peakAt] - phases[first], phases[last] - phases[peakAt]));
}
