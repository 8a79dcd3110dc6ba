import type { BodyOutline } from './body-outline.ts';

/** What one frame's picture shows of the pelvis. */
export interface PelvisObservation {
  /** Of the tracks. */
  readonly frame: number;
  /** Seconds of the clip. */
  readonly timeS: number;
  readonly outline: BodyOutline;
}
