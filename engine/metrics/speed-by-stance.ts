import { beltSpeed } from '../belt/belt-speed.ts';
import type { RunningClip } from './running-clip.ts';

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
