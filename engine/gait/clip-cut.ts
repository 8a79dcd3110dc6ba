import type { PoseSequence } from '../pose/pose-sequence.ts';
import { difference } from '../signal/elementwise.ts';
import type { PairedPart } from '../tracks/raw-points.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { BodyLeaps } from './body-leaps.ts';
import { lastingExchange } from './lasting-exchange.ts';
import { leapingPlacesS, leapRange, phaseLeaps, placesPerStride } from './phase-leaps.ts';
import { type RhythmLeap, rhythmLeap } from './rhythm-leap.ts';
import { brokenAtS } from './two-rhythms.ts';

/** Strides about a place of the rhythm's leap within which the body leaps, and about one from which labels were exchanged for good. */
const nearStrides = 0.25;
const exchangeStrides = 0.15;
/** How many frames before which the body leaps are tried, and how far from the clip's ends in strides. */
const triedFrames = 12;
const endStrides = 0.3;
/** Range of the phase's leaps, turns, from which they are looked for (32 readings of the development half without a cut: 0.030 at most; with 0.05 s cut out: 0.050 at least). */
const leastRangeTurns = 0.032;

/** What a leap of the rhythm must be for a cut. */
interface LeapLimits {
  /** Usual misses by which the body leaps, see {@link BodyLeaps}. */
  readonly leastBodyLeap: number;
  readonly leastTurns: number;
  /** Of the legs' motion, the share that the leap explains, and the most that it may leave. */
  readonly leastGain: number;
  readonly mostLeft: number;
  /** By so many times does the rhythm leave more without the leap. */
  readonly leastRatio: number;
}

const usualLimits: LeapLimits = {
  leastBodyLeap: 2.2,
  leastTurns: 0.03,
  leastGain: 0.005,
  mostLeft: 0.02,
  leastRatio: 2.5,
};
/** From behind the legs' way is smaller and the body stays where it is. */
const backLimits: LeapLimits = { leastBodyLeap: 3, leastTurns: 0.07, leastGain: 0.02, mostLeft: 0.06, leastRatio: 1.6 };
/** Where the legs' labels were exchanged for good: that alone hardly ever happens, and what half a stride leaves of the rhythm's leap is little. */
const exchangedLimits: LeapLimits = {
  leastBodyLeap: 2.2,
  leastTurns: 0.02,
  leastGain: 0.0015,
  mostLeft: 0.03,
  leastRatio: 1.35,
};

const parts: readonly PairedPart[] = ['ankle', 'knee'];

/** Left less right: what the body's own way does not move. From behind, legs move up and down. */
const legsApart = ({ points, view }: Tracks): Float64Array[] =>
  parts.flatMap((part) => {
    const [left, right] = [points[`left_${part}`], points[`right_${part}`]];
    const upright = difference(left.yPx, right.yPx);
    return view === 'side' ? [difference(left.xPx, right.xPx), upright] : [upright];
  });

/**
 * Where something was cut out of a clip whose frames were then set side by side: the legs' rhythm leaps there, and is the same before and after. A pace that changes, a step that is missed and frames
 * that are dropped but keep the others' times bend the rhythm and do not break it.
 *
 * @returns The first frame after the cut; null where the rhythm runs through. Cuts by nearly whole strides, or just half of one, leave no trace in it.
 */
export function findCutFrame(pose: PoseSequence, tracks: Tracks, strideS: number): number | null {
  const { timesS, legsExchanged, view } = tracks;
  const limits = view === 'side' ? usualLimits : backLimits;
  const signals = legsApart(tracks);
  const [ankles] = signals as [Float64Array];
  const places = phaseLeaps(timesS, ankles, strideS);
  const brokenS = brokenAtS(timesS, signals, strideS, leapingPlacesS(places));
  if (brokenS !== null) return new BodyLeaps(pose, timesS).largestNear(brokenS, nearStrides * strideS);
  const exchange = lastingExchange(legsExchanged, (frame) => !Number.isNaN(ankles[frame]), timesS, strideS);
  const isLeaping = places.length < placesPerStride || leapRange(places) >= leastRangeTurns;
  if (exchange === null && !isLeaping) return null;
  const leaps = new BodyLeaps(pose, timesS);
  /** Of some frames the one before which time that is put in makes one rhythm best. */
  const best = (frames: readonly number[], limits: LeapLimits): number | null => {
    let least = Number.POSITIVE_INFINITY;
    let found: number | null = null;
    for (const frame of frames) {
      const leap = rhythmLeap(timesS, signals, frame, strideS, limits.leastGain);
      if (leap === null || !isBeyond(leap, limits) || !(leap.leftWith < least)) continue;
      least = leap.leftWith;
      found = frame;
    }
    return found;
  };
  if (exchange !== null) {
    const nearby = leaps.near(timesS[exchange], exchangeStrides * strideS, exchangedLimits.leastBodyLeap);
    const frame = best([exchange, ...nearby], exchangedLimits);
    if (frame !== null) return frame;
  }
  if (!isLeaping) return null;
  const [firstS, lastS] = [timesS[0], timesS[timesS.length - 1]];
  const inside = leaps.near((firstS + lastS) / 2, (lastS - firstS) / 2 - endStrides * strideS, limits.leastBodyLeap);
  return best(inside.slice(0, triedFrames), limits);
}

/** Nearer to half a turn, legs whose rhythm leaps have their labels exchanged. */
const mostTurns = 0.4;

const isBeyond = ({ turns, leftThrough, leftWith }: RhythmLeap, limits: LeapLimits): boolean =>
  Math.abs(turns) >= limits.leastTurns &&
  Math.abs(turns) <= mostTurns &&
  leftWith <= limits.mostLeft &&
  leftThrough >= limits.leastRatio * leftWith &&
  leftThrough - leftWith >= limits.leastGain;
