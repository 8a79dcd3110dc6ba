import { type Measured, measured } from './measured.ts';
import { reaching } from './told-pace.ts';

/**
 * Seconds per kilometre from the speed.
 *
 * @param contradictionMps The speed in the picture that contradicts it (`told-pace.ts`); null where none does.
 */
export function paceSPerKm(speedMps: Measured, contradictionMps: readonly [number, number] | null = null): Measured {
  if (speedMps.value === null || speedMps.halfWidth === null) return speedMps;
  const pace = 1000 / speedMps.value;
  if (contradictionMps === null) return measured(pace, pace * (speedMps.halfWidth / speedMps.value), speedMps.n);
  // So far apart that shares of the one are not shares of the other.
  const [low, high] = contradictionMps;
  return measured(pace, reaching(pace, [1000 / high, 1000 / low]), speedMps.n);
}
