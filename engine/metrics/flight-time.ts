import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/**
 * Time in the air per step, milliseconds: half the stride less the mean contact, so that contact and flight make the
 * step exactly, whichever feet were seen how often. Below zero no foot ever left the ground: then it is zero.
 */
export function flightTimeMs(clip: RunningClip, contactTimeMs: Measured): Measured {
  if (contactTimeMs.value === null || contactTimeMs.halfWidth === null) return contactTimeMs;
  const flights = clip.gait.contacts.length - 1;
  const flight = 500 * clip.strideS - contactTimeMs.value;
  if (flight + contactTimeMs.halfWidth < 0) return withheld('implausible', flights);
  return measured(Math.max(0, flight), contactTimeMs.halfWidth, flights);
}
