import type { RangeDeg } from '../../engine/score/side-view-score.ts';
import { decimals, round } from './rounding.ts';

/** An interval of angles as the bodies write it. */
export const rangeBody = ([low, high]: RangeDeg): [number, number] => [
  round(low, decimals.rangeDeg),
  round(high, decimals.rangeDeg),
];
