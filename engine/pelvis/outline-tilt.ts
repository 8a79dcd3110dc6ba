import { solvePositiveDefinite } from '../signal/least-squares.ts';
import { median } from '../signal/robust-statistics.ts';
import { type BodyOutline, rowCount, rowHeight, rowStep } from './body-outline.ts';

/** How a pelvis is turned in each picture of a clip, by its outline. */
export interface OutlineTilts {
  /**
   * Degrees against the mean of all pictures, one a picture, positive: its right side hangs. Clothes and muscles give the mean a lean of
   * its own, so only changes count. NaN where a picture does not determine it.
   */
  readonly tiltDeg: Float64Array;
  /** How far the outline moves when it turns by a radian, trunk lengths, root mean square; that of a circle does not move. */
  readonly leverage: number;
}

/** Rows that turn with the pelvis: shirts above follow the trunk, thighs below swing. Trunk lengths below the hips. */
const highest = -0.3;
const lowest = 0.1;
/** A hand before the hip bends some rows: those far off count less (Cauchy's weights), in this many rounds. */
const rounds = 6;
const cauchyScale = 1.5;
const leastScale = 1e-3;
const unknowns = 3;
/** Keeps the equations solvable where an edge is straight, squared trunk lengths. */
const ridge = 1e-6;

const degrees = 180 / Math.PI;

/** What moves one edge in one row: the body to the side, the body downwards, and its turn about the middle of the hips. */
interface EdgePlace {
  readonly edge: 'left' | 'right';
  readonly row: number;
  readonly usual: number;
  readonly moves: readonly [aside: number, down: number, turned: number];
}

/**
 * Turns the clip's own mean outline onto that of each picture, as a rigid body. When a body turns by a small angle, the edge in a row at
 * height v moves aside by the angle times v + w w', w being the edge's place in the mean outline and w' its slope: a waist above wide hips moves less than
 * a straight one, and how much is known from the mean outline.
 */
export function outlineTilts(outlines: readonly BodyOutline[]): OutlineTilts {
  const places = edgePlaces(outlines);
  const turned = places.map(({ moves }) => moves[2]);
  const middle = turned.reduce((sum, value) => sum + value / turned.length, 0);
  const squares = turned.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return {
    tiltDeg: Float64Array.from(outlines, (outline) => degrees * turnOf(outline, places)),
    leverage: Math.sqrt(squares / turned.length),
  };
}

function edgePlaces(outlines: readonly BodyOutline[]): EdgePlace[] {
  return (['left', 'right'] as const).flatMap((edge) => {
    const usual = smoothed(
      Float64Array.from({ length: rowCount }, (_, row) => median(outlines.map((one) => one[edge][row]))),
    );
    return Array.from({ length: rowCount }, (_, row): EdgePlace => {
      const [above, below] = [Math.max(0, row - 1), Math.min(rowCount - 1, row + 1)];
      const slope = (usual[below] - usual[above]) / ((below - above) * rowStep);
      return { edge, row, usual: usual[row], moves: [1, -slope, -(rowHeight(row) + usual[row] * slope)] };
    }).filter(({ row }) => rowHeight(row) >= highest && rowHeight(row) <= lowest);
  });
}

const weights = [1, 4, 6, 4, 1] as const;

/** Each row the weighted mean of the five about it, of those that there are. */
function smoothed(values: Float64Array): Float64Array {
  return values.map((_, row) => {
    let sum = 0;
    let total = 0;
    weights.forEach((weight, k) => {
      const value = values[row + k - 2];
      if (value === undefined) return;
      sum += weight * value;
      total += weight;
    });
    return sum / total;
  });
}

/** Turn of one outline against the mean one, radians; NaN when it is not determined. */
function turnOf(outline: BodyOutline, places: readonly EdgePlace[]): number {
  const moved = places.map(({ edge, row, usual }) => outline[edge][row] - usual);
  let counts = places.map(() => 1);
  let turn = Number.NaN;
  for (let round = 0; round < rounds; round++) {
    const matrix = new Float64Array(unknowns * unknowns);
    const right = new Float64Array(unknowns);
    places.forEach(({ moves }, i) => {
      for (let row = 0; row < unknowns; row++) {
        right[row] += counts[i] * moves[row] * moved[i];
        for (let column = 0; column < unknowns; column++) {
          matrix[row * unknowns + column] += counts[i] * moves[row] * moves[column];
        }
      }
    });
    for (let row = 0; row < unknowns; row++) matrix[row * (unknowns + 1)] += ridge;
    const solution = solvePositiveDefinite(matrix, unknowns, [right])?.[0];
    if (solution === undefined) return Number.NaN;
    turn = solution[2];
    const misses = places.map(({ moves }, i) =>
      Math.abs(moved[i] - moves[0] * solution[0] - moves[1] * solution[1] - moves[2] * solution[2]),
    );
    const scale = Math.max(leastScale, cauchyScale * median(misses));
    counts = misses.map((miss) => 1 / (1 + (miss / scale) ** 2));
  }
  return turn;
}
