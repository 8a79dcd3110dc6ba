import { fitHarmonics } from '../signal/harmonic-fit.ts';
import { median } from '../signal/robust-statistics.ts';
import { midHip } from '../tracks/mid-hip.ts';
import type { Tracks } from '../tracks/tracks.ts';
import type { Contact } from './contact.ts';
import { fallMps2, fallShares, gravityMps2 } from './free-fall.ts';
import type { StrideFit } from './phase-fit.ts';

/** Strides of runners, from a sprint to the slowest jog, and the least that their rhythm explains. */
const shortestStrideS = 0.42;
export const longestStrideS = 1.05;
const leastExplained = 0.6;
/** Slow joggers hardly leave the ground, and events are a few hundredths uncertain; walkers stand for 0.6 and more. */
const largestDutyFactor = 0.54;
/** Of somebody whose hips fall as a body in flight does: a toe that is dragged looks as if it still stood. */
const largestDutyFactorInFlight = 0.6;

/**
 * Height of the hips at mid-stance over their mean, in body heights: below zero when running, where the leg is a
 * spring, above when walking, where it is a stick (Cavagna et al. 1976). NaN when it cannot be told.
 */
export function hipHeightAtMidStance(tracks: Tracks, stride: StrideFit, contacts: readonly Contact[]): number {
  const fit = fitHarmonics(tracks.timesS, [midHip(tracks).upPx], stride.strideS, [2]);
  if (fit === null) return Number.NaN;
  const [level, drift] = fit.coefficients[0] as Float64Array;
  const heights = contacts.map(
    ({ midStanceS }) => fit.valueAt(0, midStanceS) - (level as number) - (drift as number) * (midStanceS - fit.centreS),
  );
  return median(heights) / tracks.bodyHeightPx;
}

/**
 * Whether the clip shows running: a steady stride of a runner's length, each foot on the ground for no more than
 * about half of it, and the hips lowest in mid-stance. Hips that fall as a body in flight does leave the feet a little longer.
 *
 * @param contacts Every contact found, before any is refused.
 * @param scaleMPerPx NaN where it is not known.
 */
export function isRunning(
  tracks: Tracks,
  stride: StrideFit,
  contacts: readonly Contact[],
  scaleMPerPx: number,
): boolean {
  if (stride.explained < leastExplained) return false;
  if (stride.strideS < shortestStrideS || stride.strideS > longestStrideS) return false;
  const dutyFactor = median(contacts.map((contact) => (contact.toeOffS - contact.touchdownS) / stride.strideS));
  const isInFlight = fallMps2(tracks, stride.strideS, scaleMPerPx) >= fallShares.low * gravityMps2;
  const largest = isInFlight ? largestDutyFactorInFlight : largestDutyFactor;
  return dutyFactor < largest && hipHeightAtMidStance(tracks, stride, contacts) < 0;
}
