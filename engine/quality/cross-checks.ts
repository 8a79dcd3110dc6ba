import { fallMps2, fallShares, gravityMps2 } from '../gait/free-fall.ts';
import type { Stances } from '../gait/stances.ts';
import { isBelow, leastFps } from '../metrics/least-fps.ts';
import type { Measured } from '../metrics/measured.ts';
import { type RunningClip, runningClip, type SideViewInput, stridesOf } from '../metrics/running-clip.ts';
import type { SideViewMetrics } from '../metrics/side-view-metrics.ts';
import { beltShare, toldAndSeen, toldSpeedMps } from '../metrics/told-pace.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import { normal90, normal99 } from '../signal/student-t.ts';
import { type CrossCheck, crossCheck } from './cross-check.ts';
import { footprintSpeedPxS } from './footprints.ts';

/**
 * Standard uncertainty, as a share of the running speed, of the standing foot's speed as a network draws it: of four
 * clips read by BlazePose the belt's speed came out 17 % low to 16 % high.
 */
const stanceShare = 0.1;
/** The same of the distance between two prints of a foot past a standing camera. */
const printShare = 0.02;
/** Times that the steps' scatter does not show, such as the rounding of the container's clock: milliseconds. */
const clockMs = 3;

/** Compares whatever a clip tells in two ways. A check that cannot be made is left out. */
export function crossChecks(input: SideViewInput, stances: Stances | null, metrics: SideViewMetrics): CrossCheck[] {
  const { gait } = input;
  if (!gait.running || gait.strideS === null || stances === null || metrics.cadenceSpm.value === null) return [];
  const clip = runningClip(input, gait.strideS);
  return [
    speedBySteps(clip, stances, metrics.speedMps),
    stepByContactAndFlight(clip, metrics),
    strideByFoot(clip),
    ...standingFoot(clip, stances),
    fallInFlight(clip),
  ].filter((check) => check !== null);
}

/** The speed that is reported against step length times step frequency, both by the prints of the feet. */
function speedBySteps(clip: RunningClip, stances: Stances, speed: Measured): CrossCheck | null {
  const seen = footprintSpeedPxS(clip, stances);
  if (speed.value === null || speed.halfWidth === null || seen.n < 2 || !(clip.metresPerPx > 0)) return null;
  const second = seen.mean * clip.metresPerPx;
  const scatter = (seen.sd * clip.metresPerPx) / Math.sqrt(seen.n);
  // Past a standing camera both come from the same scale, so its error cannot part them.
  const share = clip.camera === 'static' ? printShare : Math.hypot(stanceShare, clip.calibration.scaleUncertainty);
  // A told pace is held against the prints as it was told, not as wide as what contradicts it.
  const halfWidth = toldSpeedMps(clip) === null ? speed.halfWidth : beltShare * speed.value;
  const belt = clip.treadmill ? halfWidth / normal90 : 0;
  return crossCheck('speed_steps', 'm/s', speed.value, second, normal99 * Math.hypot(scatter, share * second, belt));
}

/** Step time by the rhythm against contact and flight, each by the events. */
function stepByContactAndFlight(clip: RunningClip, { cadenceSpm, contactTimeMs }: SideViewMetrics): CrossCheck | null {
  const { contacts } = clip.gait;
  const flights = meanAndSpread(
    contacts.slice(1).map(({ side, touchdownS }, i) => {
      const flightS = touchdownS - contacts[i].toeOffS;
      return contacts[i].side !== side && flightS < clip.strideS / 2 ? 1000 * flightS : Number.NaN;
    }),
  );
  const stances = meanAndSpread(contacts.map(({ touchdownS, toeOffS }) => 1000 * (toeOffS - touchdownS)));
  if (cadenceSpm.value === null || contactTimeMs.value === null || flights.n < 2) return null;
  const scatter = Math.hypot(flights.sd / Math.sqrt(flights.n), stances.sd / Math.sqrt(stances.n));
  const second = contactTimeMs.value + flights.mean;
  return crossCheck(
    'contact_flight_step',
    'ms',
    60000 / cadenceSpm.value,
    second,
    normal99 * Math.hypot(scatter, clockMs),
  );
}

/** Stride time by the left foot's touchdowns against the right's. */
function strideByFoot({ gait, strideS }: RunningClip): CrossCheck | null {
  const [left, right] = (['left', 'right'] as const).map((leg) =>
    meanAndSpread(stridesOf(gait.contacts, leg, strideS).map(({ startS, endS }) => 1000 * (endS - startS))),
  );
  if (left.n < 2 || right.n < 2) return null;
  const scatter = Math.hypot(left.sd / Math.sqrt(left.n), right.sd / Math.sqrt(right.n));
  return crossCheck('left_right_stride', 'ms', left.mean, right.mean, normal99 * Math.hypot(scatter, clockMs));
}

/** The standing foot against the ground: at rest past a standing camera, else as fast as the belt, or as the other foot. */
function standingFoot(clip: RunningClip, { legs, runSpeedPxS }: Stances): (CrossCheck | null)[] {
  const [left, right] = [legs.left, legs.right].map(({ groundVx }) => -median(groundVx) * clip.metresPerPx);
  const belt = beltAgainstPace(clip);
  if (!Number.isFinite(left) || !Number.isFinite(right)) return [belt];
  const drawn = stanceShare * runSpeedPxS * clip.metresPerPx;
  const both = (left + right) / 2;
  if (clip.camera === 'static') return [crossCheck('standing_foot', 'm/s', 0, both, normal99 * drawn)];
  // Each foot on its own is less sure than both together.
  const feet = crossCheck('left_right_ground', 'm/s', left, right, normal99 * 2 * drawn);
  return [belt, feet];
}

/** The pace that was told against the belt's speed in the picture, by the shoes where they were followed, else by the ankles. */
function beltAgainstPace(clip: RunningClip): CrossCheck | null {
  const both = toldAndSeen(clip);
  return both === null ? null : crossCheck('standing_foot', 'm/s', both.toldMps, both.seen.mps, both.allowedMps);
}

/** Gravity against the fall of the hips at the top of their bounce: wrong when metres or seconds are. */
function fallInFlight(clip: RunningClip): CrossCheck | null {
  if (isBelow(clip.fps, leastFps.body)) return null;
  const fall = fallMps2(clip.tracks, clip.strideS, clip.metresPerPx);
  if (!Number.isFinite(fall)) return null;
  const limit = fall > gravityMps2 ? fallShares.high : fallShares.low;
  return crossCheck('free_fall', 'm/s2', gravityMps2, fall, Math.abs(limit - 1) * gravityMps2);
}
