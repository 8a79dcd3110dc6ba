/** Why a number was withheld. `docs/reference/reasons.md` explains each. */
export type WithheldReason =
  | 'not_running'
  | 'picture_turned'
  | 'body_cut_off'
  | 'runs_backwards'
  | 'too_few_steps'
  | 'wrong_view'
  | 'front_view'
  | 'outline_unclear'
  | 'runner_too_small'
  | 'keypoints_missing'
  | 'picture_unclear'
  | 'scale_unknown'
  | 'slow_motion'
  | 'frame_rate_too_low'
  | 'implausible';

/** One measured quantity: never a guess, never NaN. The unit is in the field's name. */
export interface Measured {
  /** The estimate, or null when it is withheld. */
  readonly value: number | null;
  /** Half the width of a 90 % interval around `value`, same unit; null when `value` is. */
  readonly halfWidth: number | null;
  /** Sample size: the steps, strides or frames that the value rests on. */
  readonly n: number;
  /** Present exactly when `value` is null. */
  readonly reason?: WithheldReason;
}

/** A measured value. */
export const measured = (value: number, halfWidth: number, n: number): Measured => ({ value, halfWidth, n });

/** A value that is not reported, and why. */
export const withheld = (reason: WithheldReason, n = 0): Measured => ({ value: null, halfWidth: null, n, reason });
