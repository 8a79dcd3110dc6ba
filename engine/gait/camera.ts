import type { CameraMode } from '../tracks/tracks.ts';
import type { Stances } from './stances.ts';

/** A camera that stands still sees the hips move at the running speed; one that follows sees them nearly at rest. */
const staticShare = 0.7;

/**
 * How the camera and the ground move, decided once per clip. That the runner is on a treadmill is the caller's
 * knowledge: seen from the picture's middle alone, a belt and a camera that follows look the same.
 */
export function decideCamera(stances: Stances | null, request: { readonly treadmill: boolean }): CameraMode {
  if (request.treadmill) return 'treadmill';
  if (stances === null || !(stances.runSpeedPxS > 0)) return 'static';
  return stances.hipVx / stances.runSpeedPxS > staticShare ? 'static' : 'panning';
}
