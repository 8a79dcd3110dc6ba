import { type Measured, measured } from './measured.ts';

/** Seconds per kilometre from the speed. */
export function paceSPerKm(speedMps: Measured): Measured {
  if (speedMps.value === null || speedMps.halfWidth === null) return speedMps;
  const pace = 1000 / speedMps.value;
  return measured(pace, pace * (speedMps.halfWidth / speedMps.value), speedMps.n);
}
