/**
 * Decimals of every number in the API's bodies. Uncertainties carry one decimal more than their value, so that a small
 * one does not vanish.
 */
export const decimals = {
  speedMps: 3,
  stepLengthM: 3,
  cadenceSpm: 1,
  timeMs: 0,
  timeS: 3,
  frameTimeS: 6,
  dutyFactor: 3,
  angleDeg: 2,
  rangeDeg: 1,
  score: 3,
  percentage: 1,
  acceleration: 2,
  factor: 3,
  heightM: 4,
  fps: 3,
  fraction: 3,
  pixels: 1,
  keypointPx: 2,
} as const;

/** Rounds half up; null stays null and −0 becomes 0. */
export function round(value: number, digits: number): number;
export function round(value: number | null, digits: number): number | null;
export function round(value: number | null, digits: number): number | null {
  if (value === null) return null;
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor + 0;
}
