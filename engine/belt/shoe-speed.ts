import type { Side } from '../pose/keypoint-names.ts';

/** How fast the shoe of one stance went through the picture while it stood. */
export interface ShoeSpeed {
  readonly side: Side;
  /** Middle of what was looked at, seconds of the file's time. */
  readonly timeS: number;
  /** Against the direction in which the runner faces, and down, pixels of the clip per second of the file's time. */
  readonly backwardPxS: number;
  readonly downwardPxS: number;
}
