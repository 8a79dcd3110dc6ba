import type { EdgeRidges } from './edge-ridges.ts';

/** A straight edge in a window: `column = place + slope * (row - middle)`, and the rows that show it. */
export interface EdgeLine {
  /** Column in the window's middle row. */
  readonly place: number;
  readonly slope: number;
  /** Rows from..to (exclusive) that show it. */
  readonly from: number;
  readonly to: number;
  /** Rows' worth of clear edge beyond what chance shows. */
  readonly support: number;
}

/** Strength that a row must show on average to speak for a line. */
export const chanceStrength = 0.3;
/** Lines with less support than this share of the window's rows are none. */
const leastSupportShare = 0.03;
const slopeStep = 0.03;

/**
 * The best straight edges whose middle lies between two columns, best first: each is the longest run of rows with strong edges on one
 * line (Hough 1962 with Bentley's largest sum).
 *
 * @param steepest Largest slope to either side.
 * @param most How many; they differ by 2 columns or 6 hundredths of slope at least.
 */
export function edgeLines(
  { rows, columns, strength }: EdgeRidges,
  [first, last]: readonly [number, number],
  steepest: number,
  most: number,
): EdgeLine[] {
  const middle = (rows - 1) / 2;
  const least = Math.max(1, Math.ceil(first));
  const greatest = Math.min(columns - 2, last);
  const found: EdgeLine[] = [];
  const leastSupport = Math.max(1, leastSupportShare * rows);
  for (let slope = -steepest; slope <= steepest; slope += slopeStep) {
    const shifts = Int32Array.from({ length: rows }, (_, row) => Math.round(slope * (row - middle)));
    for (let place = least; place <= greatest; place++) {
      let sum = 0;
      let from = 0;
      let best = 0;
      let bestFrom = 0;
      let bestTo = 0;
      for (let row = 0, start = 0; row < rows; row++, start += columns) {
        const column = place + shifts[row];
        sum += (column < 0 || column >= columns ? 0 : strength[start + column]) - chanceStrength;
        if (sum <= 0) {
          sum = 0;
          from = row + 1;
        } else if (sum > best) {
          best = sum;
          bestFrom = from;
          bestTo = row + 1;
        }
      }
      if (best > leastSupport) found.push({ place, slope, from: bestFrom, to: bestTo, support: best });
    }
  }
  found.sort((a, b) => b.support - a.support || a.place - b.place || a.slope - b.slope);
  const kept: EdgeLine[] = [];
  for (const line of found) {
    if (kept.length >= most) break;
    const row = (line.from + line.to) / 2 - middle;
    const isNew = kept.every(
      (other) =>
        Math.abs(line.place + line.slope * row - other.place - other.slope * row) >= 2 ||
        Math.abs(line.slope - other.slope) >= 0.12,
    );
    if (isNew) kept.push(line);
  }
  return kept;
}
