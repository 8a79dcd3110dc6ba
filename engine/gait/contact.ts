import type { Side } from '../pose/keypoint-names.ts';

/** One stance of one foot, times in seconds of the clip, to a fraction of a frame. */
export interface Contact {
  readonly side: Side;
  readonly touchdownS: number;
  /** Middle of the stance, half-way between touchdown and toe-off. */
  readonly midStanceS: number;
  readonly toeOffS: number;
}

/** The clip's gait: contacts in order of touchdown, and the steady rhythm. */
export interface Gait {
  readonly contacts: readonly Contact[];
  /** Stride period in seconds from the phase fit, or null when the clip holds no rhythm. */
  readonly strideS: number | null;
  /** Standard error of `strideS`. */
  readonly strideSeS: number | null;
  /** Speed of the hips over the ground in the picture, pixels per second; null when the clip holds no stance. */
  readonly runSpeedPxS: number | null;
  /** False for walking or no locomotion: then no running metric is reported. */
  readonly running: boolean;
}
