import { round } from '../../contract/rounding.ts';

/** A number to so many decimals; null where it is not known. */
export const known = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : round(value, digits);
