/** Two ways to one quantity that do not share what they are read from. */
export type CrossCheckName =
  | 'speed_steps'
  | 'contact_flight_step'
  | 'left_right_stride'
  | 'standing_foot'
  | 'left_right_ground'
  | 'free_fall';

export interface CrossCheck {
  readonly name: CrossCheckName;
  readonly unit: 'm/s' | 'ms' | 'm/s2';
  /** The quantity by each of the ways, in the order of `docs/reference/cross-checks.md`. */
  readonly values: readonly [number, number];
  /** First less second. */
  readonly difference: number;
  /** Largest difference, either way, that the two uncertainties explain in 99 of 100 clips. */
  readonly allowed: number;
  readonly holds: boolean;
}

/** A check of two values. @param allowed Above zero, same unit. */
export function crossCheck(
  name: CrossCheckName,
  unit: CrossCheck['unit'],
  first: number,
  second: number,
  allowed: number,
): CrossCheck {
  const difference = first - second;
  return { name, unit, values: [first, second], difference, allowed, holds: Math.abs(difference) <= allowed };
}
