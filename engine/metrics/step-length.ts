import { fromShares } from './estimate.ts';
import type { Measured } from './measured.ts';

/** Length of a step, metres: speed over step frequency. */
export const stepLengthM = (speedMps: Measured, cadenceSpm: Measured): Measured =>
  fromShares(speedMps, cadenceSpm, (speed, cadence) => (60 * speed) / cadence);
