import type { Side } from '../../pose/keypoint-names.ts';

/** One stance of one foot seen from behind, times in seconds of the clip, to a fraction of a frame. */
export interface BackStep {
  readonly side: Side;
  readonly touchdownS: number;
  /** Half-way between touchdown and toe-off. */
  readonly midStanceS: number;
  readonly toeOffS: number;
  /** False where the step contradicts its neighbours or lies at the clip's edge: then it is shown but not measured. */
  readonly accepted: boolean;
}

/** The gait of a clip seen from behind. */
export interface BackGait {
  /** In order of touchdown. */
  readonly steps: readonly BackStep[];
  /** Stride period in seconds from the phase fit, or null when the clip holds no rhythm. */
  readonly strideS: number | null;
  /** Standard error of `strideS`. */
  readonly strideSeS: number | null;
  /** Standard uncertainty of the clip's mean touchdown, and of its mean toe-off, seconds. */
  readonly eventUncertaintyS: number;
  /** False for walking or no locomotion: then nothing is measured. */
  readonly running: boolean;
}
