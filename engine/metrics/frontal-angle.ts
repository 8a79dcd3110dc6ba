import type { Measured } from './measured.ts';

/** An angle of the frontal plane over the stances of one leg. Degrees. */
export interface FrontalAngle {
  readonly atTouchdown: Measured;
  /** Largest value of a stance. */
  readonly peak: Measured;
  /** Over the stance. */
  readonly mean: Measured;
  /** Largest less least value of a stance. */
  readonly range: Measured;
}
