import type { Side } from '../../pose/keypoint-names.ts';
import { difference, middle } from '../../signal/elementwise.ts';
import { HarmonicFitter } from '../../signal/harmonic-fit.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import { gravityMps2 } from '../free-fall.ts';

/** One step's landmark in time: the trunk at its lowest, with one foot on the ground. */
export interface TrunkLow {
  readonly side: Side;
  readonly timeS: number;
  /** When the trunk was highest before, in flight. */
  readonly highestS: number;
  /** When it is highest again. */
  readonly highestAfterS: number;
}

/** Trunk lows of a whole clip, and how much of what tells them apart is there. */
export interface StanceOrder {
  readonly lows: readonly TrunkLow[];
  /** Acceleration of the trunk's bounce at the rhythm of the steps, its amplitude as a share of gravity's. */
  readonly bounceShare: number;
}

/** Gravity in body heights a second squared, of somebody of 1.75 m. */
const gravityHeights = gravityMps2 / 1.75;
/** Samples in half a stride among which the lowest place of the trunk is looked for. */
const samples = 200;

/**
 * Which foot stands when, by the whole clip's phase fold: the trunk bounces twice in a stride, lowest with a foot on the ground, and the
 * foot that stands is the one further below the hips.
 *
 * @param tracks Of a runner who stays at one distance.
 * @param heightPx Of the body.
 * @returns Null when the samples do not determine it.
 */
export function stanceOrder(tracks: Tracks, strideS: number, heightPx: number): StanceOrder | null {
  const { timesS, points } = tracks;
  const hip = middle(points.left_hip.yPx, points.right_hip.yPx);
  const shoulder = middle(points.left_shoulder.yPx, points.right_shoulder.yPx);
  const bounce = new HarmonicFitter(timesS, [middle(hip, shoulder)], [2, 4]).fit(strideS);
  const apart = difference(points.left_ankle.yPx, points.right_ankle.yPx);
  const legs = new HarmonicFitter(timesS, [apart], [1, 3]).fit(strideS);
  if (bounce === null || legs === null) return null;
  const drift = bounce.coefficients[0][1];
  const stepS = strideS / 2;
  const down = (timeS: number): number => bounce.valueAt(0, timeS) - drift * (timeS - bounce.centreS);
  const lowS = largestAt(down, bounce.centreS, stepS);
  const highS = largestAt((timeS) => -down(timeS), bounce.centreS, stepS);
  const level = legs.coefficients[0];
  const lead = (timeS: number): number => legs.valueAt(0, timeS) - level[0] - level[1] * (timeS - legs.centreS);
  const first = timesS[0];
  const last = timesS[timesS.length - 1];
  const lows: TrunkLow[] = [];
  const from = Math.ceil((first - lowS) / stepS);
  const leftIsLower = lead(lowS) > 0;
  const sinceHighS = (lowS - highS + stepS) % stepS;
  for (let k = from; lowS + k * stepS <= last; k++) {
    const isEven = ((k % 2) + 2) % 2 === 0;
    const timeS = lowS + k * stepS;
    lows.push({
      side: leftIsLower === isEven ? 'left' : 'right',
      timeS,
      highestS: timeS - sinceHighS,
      highestAfterS: timeS - sinceHighS + stepS,
    });
  }
  const [, , cosine, sine] = bounce.coefficients[0];
  const amplitude = Math.hypot(cosine, sine) / heightPx;
  return { lows, bounceShare: (amplitude * (2 * Math.PI) ** 2) / stepS ** 2 / gravityHeights };
}

/** Where a course that repeats itself is largest. */
function largestAt(value: (timeS: number) => number, fromS: number, periodS: number): number {
  let place = fromS;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < samples; i++) {
    const timeS = fromS + (i / samples) * periodS;
    const here = value(timeS);
    if (here > largest) {
      largest = here;
      place = timeS;
    }
  }
  return place;
}
