import { beltSpeed } from '../belt/belt-speed.ts';
import { robustLine } from '../signal/robust-line.ts';
import { midHip } from '../tracks/mid-hip.ts';
import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { SpeedSource } from './side-view-metrics.ts';

/** Treadmill belts run within 2 % of what they show (Willwacher et al. 2021): taken as the 90 % interval. */
export const beltShare = 0.02;
/**
 * The same for a camera that turns with the runner: at 25 degrees off the right angle the way looks a tenth shorter, over a whole pass about
 * half of that.
 */
const turnedShare = 0.05;
/** No one runs slower or faster than this, metres per second. */
const slowest = 0.8;
const fastest = 12.5;
const leastContacts = 2;

/** Pace that a caller gave, as speed; null when there is none to be used. */
const givenSpeed = (clip: RunningClip): number | null =>
  clip.treadmill && clip.paceSPerKm !== null && clip.paceSPerKm > 0 ? 1000 / clip.paceSPerKm : null;

/**
 * Running speed, metres per second. On a treadmill the belt's, from the pace that it shows; without one, that of the shoes
 * that stand on it, as the pictures show them, or as the ankles are drawn. Past a camera that follows, the hips' against the standing leg's; past a camera
 * that stands, the hips' through the picture.
 */
export function speedMps(clip: RunningClip): Measured {
  const n = clip.gait.contacts.length;
  if (n < leastContacts) return withheld('too_few_steps', n);
  const given = givenSpeed(clip);
  if (given !== null) return plausible(given, beltShare * given, n);
  if (!(clip.metresPerPx > 0)) return withheld('scale_unknown', n);
  if (clip.camera === 'static') return plausibleShare(hipSpeed(clip), clip.calibration.scaleUncertainty, n);
  const seen = speedByStance(clip);
  if (seen === null) return withheld('too_few_steps', n);
  const turned = clip.camera === 'panning' ? turnedShare : 0;
  return plausibleShare(seen.mps, Math.hypot(seen.share, turned), n);
}

/** What {@link speedMps} rests on. */
export function speedSource(clip: RunningClip): SpeedSource {
  if (givenSpeed(clip) !== null) return 'pace';
  if (clip.camera === 'static') return 'hips';
  if (clip.camera === 'panning') return 'standing_leg';
  return beltSpeed(clip.shoes ?? []) === null ? 'ankles' : 'shoes';
}

/** Speed over the ground by what stands on it. */
export interface SpeedByStance {
  readonly mps: number;
  /** Standard uncertainty, the scale's included, as a share. */
  readonly share: number;
}

/** On a belt by the shoes, where they could be followed, else by the ankles as they are drawn; null where no foot stands. */
export function speedByStance({ camera, calibration, gait, metresPerPx, shoes }: RunningClip): SpeedByStance | null {
  const { scaleUncertainty, stanceSpeedUncertainty } = calibration;
  const belt = camera === 'treadmill' ? beltSpeed(shoes ?? []) : null;
  if (belt !== null) return { mps: belt.beltPxS * metresPerPx, share: Math.hypot(belt.share, scaleUncertainty) };
  if (gait.runSpeedPxS === null) return null;
  return { mps: gait.runSpeedPxS * metresPerPx, share: Math.hypot(stanceSpeedUncertainty, scaleUncertainty) };
}

const plausible = (speed: number, halfWidth: number, n: number): Measured =>
  speed >= slowest && speed <= fastest ? measured(speed, halfWidth, n) : withheld('implausible', n);

const plausibleShare = (speed: number, share: number, n: number): Measured =>
  plausible(speed, halfWidthOf(share * speed), n);

function hipSpeed(clip: RunningClip): number {
  const { forwardPx } = midHip(clip.tracks);
  return (robustLine(clip.tracks.timesS, forwardPx)?.slope ?? Number.NaN) * clip.metresPerPx;
}
