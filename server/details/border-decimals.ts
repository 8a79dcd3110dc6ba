import { fixed } from './fixed.ts';

/** Decimals that are kept of an angle. */
const mostDecimals = 2;

/**
 * As many decimals as it takes for a number to stand on its own side of every border of its ranges: 8.52 is not good where good ends at
 * 8.5, and must not read 8.5.
 *
 * @param decimals By which it is written elsewhere.
 */
export function borderDecimals(value: number, decimals: number, borders: readonly (number | null)[]): number {
  let needed = decimals;
  while (needed < mostDecimals && borders.some((border) => border !== null && isBlurred(value, border, needed)))
    needed++;
  return needed;
}

/** Whether rounding moves a number onto a border, or off it. */
const isBlurred = (value: number, border: number, decimals: number): boolean =>
  Math.sign(Number(fixed(value, decimals)) - border) !== Math.sign(value - border);
