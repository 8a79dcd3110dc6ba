import type { PelvisObservation } from './pelvis/pelvis-observation.ts';
import type { RearfootObservation } from './rearfoot/rearfoot-observation.ts';

/** What was seen in the pictures of a clip from behind when they were looked at again; times are the runner's. */
export interface BackPictures {
  readonly pelvis: readonly PelvisObservation[];
  readonly feet: readonly RearfootObservation[];
  /** Turn of level lines behind the runner, degrees, clockwise as seen positive; null or absent where none tell. */
  readonly levelLineDeg?: number | null;
}
