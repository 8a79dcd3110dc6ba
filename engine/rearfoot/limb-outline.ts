import { chanceStrength, type EdgeLine } from './edge-lines.ts';
import type { EdgeRidges } from './edge-ridges.ts';

/** Left and right edge of a limb in a window, and what lies between. Columns and rows of the window. */
export interface LimbOutline {
  /** Rows from..to (exclusive) that show both edges. */
  readonly from: number;
  readonly to: number;
  /** Rows' worth of clear edge on both sides. */
  readonly support: number;
  /** Column of the midline in the middle of these rows, and columns it moves to the right each row. */
  readonly centre: number;
  readonly slope: number;
  /** Standard error of `slope`, by how far the edges are from straight. */
  readonly slopeSe: number;
  /** Between the edges in the middle of these rows. */
  readonly width: number;
  /** Columns the width grows each row. */
  readonly taper: number;
  /** Median steepness of the edges, levels a pixel, weaker side. */
  readonly steepness: number;
}

const nearPx = 2;
/** Rows over which an edge's place strays alike. */
const correlationRows = 4;
/** Least deviation of an edge's place from a straight line, pixels. */
const leastDeviation = 0.3;

/** Rows that show two lines as the edges of one limb. */
interface Pair {
  readonly left: EdgeLine;
  readonly right: EdgeLine;
  readonly from: number;
  readonly to: number;
  readonly support: number;
}

/**
 * The best pairs of a left and a right edge that are `widths` apart and run side by side, best support first.
 *
 * @param most How many are looked at closely.
 */
export function limbOutlines(
  ridges: EdgeRidges,
  left: readonly EdgeLine[],
  right: readonly EdgeLine[],
  widths: readonly [number, number],
  leastRows: number,
  most: number,
): LimbOutline[] {
  const pairs = left.flatMap((a) => right.flatMap((b) => pairOf(ridges, a, b, widths, leastRows) ?? []));
  return pairs
    .sort((a, b) => b.support - a.support || a.left.place + a.right.place - b.left.place - b.right.place)
    .slice(0, most)
    .flatMap((pair) => outlineOf(ridges, pair, widths) ?? []);
}

/** The longest run of rows that shows both lines at a fitting distance. */
function pairOf(
  { rows, columns, strength }: EdgeRidges,
  left: EdgeLine,
  right: EdgeLine,
  [least, greatest]: readonly [number, number],
  leastRows: number,
): Pair | null {
  const middle = (rows - 1) / 2;
  let sum = 0;
  let start = 0;
  let [best, from, to] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const a = Math.round(left.place + left.slope * (row - middle));
    const b = Math.round(right.place + right.slope * (row - middle));
    const apart = b - a;
    const fits = apart >= least && apart <= greatest && a >= 0 && b < columns;
    sum += (fits ? (strength[row * columns + a] + strength[row * columns + b]) / 2 : 0) - chanceStrength;
    if (sum <= 0) {
      sum = 0;
      start = row + 1;
    } else if (sum > best) {
      best = sum;
      from = start;
      to = row + 1;
    }
  }
  return to - from < leastRows ? null : { left, right, from, to, support: best };
}

function outlineOf(
  ridges: EdgeRidges,
  { left, right, from, to, support }: Pair,
  [least, greatest]: readonly [number, number],
): LimbOutline | null {
  const l = refined(ridges, left, from, to);
  const r = refined(ridges, right, from, to);
  if (l === null || r === null) return null;
  const width = r.at - l.at;
  if (width < least || width > greatest) return null;
  return {
    from,
    to,
    support,
    centre: (l.at + r.at) / 2,
    slope: (l.slope + r.slope) / 2,
    slopeSe: Math.hypot(l.slopeSe, r.slopeSe) / 2,
    width,
    taper: r.slope - l.slope,
    steepness: Math.min(l.steepness, r.steepness),
  };
}

/** A straight edge by its own places. */
interface RefinedEdge {
  /** Column in the middle of the rows that were looked at. */
  readonly at: number;
  readonly slope: number;
  readonly slopeSe: number;
  readonly steepness: number;
  /** Share of the rows that show it. */
  readonly shown: number;
}

/** The line through the edge's own places near it, least squares over the rows that show it; null when fewer than two fifths do. */
function refined(
  ridges: EdgeRidges,
  line: Pick<EdgeLine, 'place' | 'slope'>,
  from: number,
  to: number,
): RefinedEdge | null {
  const middle = (ridges.rows - 1) / 2;
  const centre = (from + to - 1) / 2;
  let [at, slope] = [line.place + line.slope * (centre - middle), line.slope];
  let fit: Omit<RefinedEdge, 'at' | 'slope'> | null = null;
  for (const reach of [nearPx, 0.75 * nearPx]) {
    const places: number[] = [];
    const distances: number[] = [];
    const steep: number[] = [];
    for (let row = from; row < to; row++) {
      const expected = at + slope * (row - centre);
      const { near, steepness } = nearest(ridges, row, expected);
      if (Math.abs(near - expected) > reach) continue;
      places.push(near);
      distances.push(row - centre);
      steep.push(steepness);
    }
    const n = places.length;
    if (n < 4 || n < 0.4 * (to - from)) return null;
    const meanD = mean(distances);
    const meanP = mean(places);
    let [dd, dp] = [0, 0];
    for (let i = 0; i < n; i++) {
      dd += (distances[i] - meanD) ** 2;
      dp += (distances[i] - meanD) * (places[i] - meanP);
    }
    if (dd === 0) return null;
    slope = dp / dd;
    at = meanP - slope * meanD;
    const variance =
      places.reduce((sum, place, i) => sum + (place - at - slope * distances[i]) ** 2, 0) / Math.max(1, n - 2);
    const deviation = Math.max(leastDeviation, Math.sqrt(variance));
    fit = {
      slopeSe: (deviation * Math.sqrt(correlationRows)) / Math.sqrt(dd),
      steepness: [...steep].sort((a, b) => a - b)[n >> 1],
      shown: n / (to - from),
    };
  }
  return fit && { at, slope, ...fit };
}

function nearest({ places, steepness }: EdgeRidges, row: number, expected: number) {
  let best = -1;
  for (let i = 0; i < places[row].length; i++) {
    if (best < 0 || Math.abs(places[row][i] - expected) < Math.abs(places[row][best] - expected)) best = i;
  }
  return best < 0
    ? { near: Number.POSITIVE_INFINITY, steepness: 0 }
    : { near: places[row][best], steepness: steepness[row][best] };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
