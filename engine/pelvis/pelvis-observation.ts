import type { BodyOutline } from './body-outline.ts';

/** What one frame's picture shows of the pelvis. */
export interface PelvisObservation {
  /** Of the tracks. */
  readonly frame: number;
  /** Seconds of the clip. */
  readonly timeS: number;
  readonly outline: BodyOutline;
  /** Lean of the seat against its mean over the clip, degrees, positive: as when the right side hangs (`seat-lean.ts`). Null where it is not seen. */
  readonly seatLeanDeg: number | null;
}
