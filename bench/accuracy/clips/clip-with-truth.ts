import type { ClipTruth } from '../../rendered-truth.ts';

/** Constants were set with a development clip in view; on a reporting clip nothing was set. */
export type Half = 'development' | 'reporting';

/** A clip of a runner who is known. */
export interface ClipWithTruth {
  readonly name: string;
  readonly half: Half;
  /** Who runs in it: a rendered avatar, the painted runner of the fixtures, a person. */
  readonly kind: 'rendered' | 'painted' | 'real';
  readonly path: string;
  readonly heightM: number;
  readonly treadmill: boolean;
  /** What is known; of a person the cadence alone. */
  readonly truth: Partial<ClipTruth>;
  /** Of a rendered clip: how long the human whose motion it shows stood on the force plate, mean, milliseconds. */
  readonly plateContactMs?: number;
}
