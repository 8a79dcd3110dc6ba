import { beltSpeed } from '../belt/belt-speed.ts';
import { robustLine } from '../signal/robust-line.ts';
import { midHip } from '../tracks/mid-hip.ts';
import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { SpeedSource } from './side-view-metrics.ts';
import { speedByStance } from './speed-by-stance.ts';
import { beltShare, contradictionMps, reaching, toldSpeedMps } from './told-pace.ts';

/**
 * Half width, as a share, of what a camera that turns with the runner adds: at 25 degrees off the right angle the way looks a tenth shorter, over a whole pass about
 * half of that.
 */
const turnedShare = 0.05;
/** No one runs slower or faster than this, metres per second. */
const slowest = 0.8;
const fastest = 12.5;
const leastContacts = 2;

/**
 * Running speed, metres per second. On a treadmill the belt's, from the pace that it shows; without one, that of the shoes
 * that stand on it, as the pictures show them, or as the ankles are drawn. Past a camera that follows, the hips' against the standing leg's; past a camera
 * that stands, the hips' through the picture. Where the pictures contradict a pace that was told, the interval reaches from it to what they show.
 */
export function speedMps(clip: RunningClip): Measured {
  const n = clip.gait.contacts.length;
  if (n < leastContacts) return withheld('too_few_steps', n);
  const told = toldSpeedMps(clip);
  if (told !== null) return plausibleTold(told, contradictionMps(clip), n);
  if (!(clip.metresPerPx > 0)) return withheld('scale_unknown', n);
  if (clip.camera === 'static') return plausibleShare(hipSpeed(clip), clip.calibration.scaleUncertainty, n);
  const seen = speedByStance(clip);
  if (seen === null) return withheld('too_few_steps', n);
  const turned = clip.camera === 'panning' ? turnedShare : 0;
  return plausibleShare(seen.mps, Math.hypot(seen.share, turned), n);
}

/** What {@link speedMps} rests on. */
export function speedSource(clip: RunningClip): SpeedSource {
  if (toldSpeedMps(clip) !== null) return 'pace';
  if (clip.camera === 'static') return 'hips';
  if (clip.camera === 'panning') return 'standing_leg';
  return beltSpeed(clip.shoes ?? []) === null ? 'ankles' : 'shoes';
}

const plausible = (speed: number, halfWidth: number, n: number): Measured =>
  speed >= slowest && speed <= fastest ? measured(speed, halfWidth, n) : withheld('implausible', n);

/** Beside feet that stand still, go half as fast, or so fast that the interval holds every speed, a told pace tells nothing. */
function plausibleTold(told: number, contradiction: readonly [number, number] | null, n: number): Measured {
  if (contradiction === null) return plausible(told, beltShare * told, n);
  const halfWidth = reaching(told, contradiction);
  const [least, most] = contradiction;
  return least >= slowest && told < 2 * most && halfWidth < told
    ? plausible(told, halfWidth, n)
    : withheld('implausible', n);
}

const plausibleShare = (speed: number, share: number, n: number): Measured =>
  plausible(speed, halfWidthOf(share * speed), n);

function hipSpeed(clip: RunningClip): number {
  const { forwardPx } = midHip(clip.tracks);
  return (robustLine(clip.tracks.timesS, forwardPx)?.slope ?? Number.NaN) * clip.metresPerPx;
}
