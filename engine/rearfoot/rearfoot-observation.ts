import type { Side } from '../pose/keypoint-names.ts';

/** Why a picture does not carry the line of a lower leg or a heel. */
export type UnseenReason =
  /** The shank is too few pixels long. */
  | 'too_small'
  /** The foot leaves the picture. */
  | 'out_of_picture'
  /** Edges are smeared, or the whole picture is. */
  | 'blurred'
  /** Leg and ground, or shoe and ground, look alike. */
  | 'low_contrast'
  /** The other leg is before it or beside it. */
  | 'occluded'
  /** Left and right edge contradict each other. */
  | 'no_midline';

/** A midline as it lies in the whole picture, pixels: upper end, lower end. */
export interface MidlinePx {
  readonly top: readonly [xPx: number, yPx: number];
  readonly bottom: readonly [xPx: number, yPx: number];
}

/**
 * What one frame's picture says of one foot on the ground. Angles are degrees from the picture's vertical, clockwise as seen
 * positive: the upper end of the line leans to the picture's right. The camera's roll is not taken off.
 */
export interface RearfootObservation {
  readonly frame: number;
  /** Seconds of the clip. */
  readonly timeS: number;
  readonly side: Side;
  /** Midline of the lower leg; null when it is not seen. */
  readonly shankAxisDeg: number | null;
  /** Midline of the heel counter; null when it is not seen. */
  readonly heelAxisDeg: number | null;
  /** Half of a 90 % interval around the line of this one frame; null when there is none. */
  readonly shankHalfWidthDeg: number | null;
  readonly heelHalfWidthDeg: number | null;
  /** Where the lines lie, for a picture of them. */
  readonly shankLine: MidlinePx | null;
  readonly heelLine: MidlinePx | null;
  /** Steepness of the edges as a share of the steepest that a clear picture shows, 0 to 1. */
  readonly sharpness: number;
  /** Present when a line is missing. */
  readonly reason?: UnseenReason;
}
