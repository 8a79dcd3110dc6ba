import { betweenSamples } from '../signal/between-samples.ts';
import { solvePositiveDefinite } from '../signal/least-squares.ts';
import { median } from '../signal/robust-statistics.ts';
import { hipsRow, type SeatPatch, seatColumns, seatRows } from './seat-patch.ts';

/** What is registered, places from the middle of the hips: from the sacrum to the fullest of the buttocks, and as far to either side. */
const rowsFrom = -14;
const rowsTo = 3;
const halfBreadth = 10;
const firstRow = hipsRow + rowsFrom;
const rowCount = rowsTo - rowsFrom + 1;
const columnCount = 2 * halfBreadth + 1;
const firstColumn = (seatColumns - 1) / 2 - halfBreadth;
/** Rows at either end count less. */
const softRows = 2;
/** The mean that patches are registered to gets sharper with them. */
const rounds = 3;
const steps = 3;
/** Patches move less than this, places; one that seems to move further is another thing. */
const furthest = 8;
/** How much a patch must be like the mean of all, as a correlation. */
const leastLikeness = 0.6;
/** Aside and downwards: a shift, and how it changes to the right and downwards. */
const unknowns = 6;

const degrees = 180 / Math.PI;

/**
 * How the line between the buttocks and the sacrum above it lean in each picture, against the mean of all: each patch is registered to their common mean
 * by an affine map (Lucas and Kanade 1981), and what counts is how far its places move aside from row to row. How they move up and down
 * beside the middle is left to the map and not counted: that is more the thighs' doing.
 *
 * @param patches One a picture; null where there is none.
 * @returns Degrees, positive: leaning as when the right side hangs. NaN where a picture shows nothing like the others.
 */
export function seatLeans(patches: readonly (SeatPatch | null)[]): Float64Array {
  const seen = patches.flatMap((patch, index) => (patch === null ? [] : [{ patch, index }]));
  const maps = seen.map(() => new Float64Array(unknowns));
  const likeness = new Float64Array(seen.length);
  for (let round = 0; round < rounds; round++) {
    const moved = seen.map(({ patch }, i) => movedPatch(patch, maps[i]));
    const usual = meanPatch(moved);
    const slopes = new Slopes(usual);
    seen.forEach(({ patch }, i) => {
      let here = moved[i];
      for (let step = 0; step < steps && slopes.correct(maps[i], here); step++) here = movedPatch(patch, maps[i]);
      likeness[i] = correlation(here, usual);
    });
    centre(maps);
  }
  const leans = new Float64Array(patches.length).fill(Number.NaN);
  seen.forEach(({ index }, i) => {
    const [aside, , lean, down] = maps[i];
    const isLike = likeness[i] >= leastLikeness && Math.hypot(aside, down) <= furthest;
    if (isLike) leans[index] = -degrees * Math.atan(lean);
  });
  return leans;
}

/** Places of the registered part, from its middle. */
const across = (column: number): number => column - halfBreadth;
const along = (row: number): number => row - (rowCount - 1) / 2;

/** How much each place counts: less towards the edge, where a patch that moves brings other things in. */
const counts = Float64Array.from({ length: rowCount * columnCount }, (_, at) => {
  const [row, column] = [Math.floor(at / columnCount), at % columnCount];
  const fromEnd = Math.min(row, rowCount - 1 - row);
  return Math.min(1, (fromEnd + 0.6) / softRows) * Math.cos((Math.PI / 2) * (across(column) / (halfBreadth + 1)));
});

/** The registered part of a patch, taken where a map says that it lies. */
function movedPatch(
  patch: SeatPatch,
  [aside, asideRight, lean, down, downRight, downDown]: Float64Array,
): Float64Array {
  const result = new Float64Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row++) {
    const v = along(row);
    for (let column = 0; column < columnCount; column++) {
      const u = across(column);
      const x = within(firstColumn + column + aside + asideRight * u + lean * v, seatColumns);
      const y = within(firstRow + row + down + downRight * u + downDown * v, seatRows);
      result[row * columnCount + column] = betweenSamples(patch, seatColumns, x, y);
    }
  }
  return result;
}

const within = (place: number, size: number): number => Math.max(0, Math.min(size - 1.001, place));

function meanPatch(moved: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rowCount * columnCount);
  for (const one of moved) for (let at = 0; at < mean.length; at++) mean[at] += one[at] / moved.length;
  return mean;
}

/** How the mean patch changes from place to place, and what a map does to it. */
class Slopes {
  readonly #usual: Float64Array;
  /** Six a place. */
  readonly #moves: Float64Array;
  readonly #matrix = new Float64Array(unknowns * unknowns);

  constructor(usual: Float64Array) {
    this.#usual = usual;
    this.#moves = new Float64Array(unknowns * usual.length);
    for (let row = 0; row < rowCount; row++) {
      for (let column = 0; column < columnCount; column++) {
        const at = row * columnCount + column;
        const [left, right] = [column > 0 ? 1 : 0, column < columnCount - 1 ? 1 : 0];
        const [above, below] = [row > 0 ? 1 : 0, row < rowCount - 1 ? 1 : 0];
        const toRight = (usual[at + right] - usual[at - left]) / (left + right);
        const downwards = (usual[at + below * columnCount] - usual[at - above * columnCount]) / (above + below);
        const [u, v] = [across(column), along(row)];
        this.#moves.set([toRight, toRight * u, toRight * v, downwards, downwards * u, downwards * v], unknowns * at);
      }
    }
    for (let at = 0; at < usual.length; at++) {
      for (let i = 0; i < unknowns; i++) {
        for (let j = 0; j < unknowns; j++) {
          this.#matrix[i * unknowns + j] +=
            counts[at] * this.#moves[unknowns * at + i] * this.#moves[unknowns * at + j];
        }
      }
    }
  }

  /** Takes a map nearer to where the mean patch lies; false where the mean shows no place from another. */
  correct(map: Float64Array, moved: Float64Array): boolean {
    const right = new Float64Array(unknowns);
    for (let at = 0; at < moved.length; at++) {
      const miss = counts[at] * (moved[at] - this.#usual[at]);
      for (let i = 0; i < unknowns; i++) right[i] += miss * this.#moves[unknowns * at + i];
    }
    const solution = solvePositiveDefinite(this.#matrix, unknowns, [right])?.[0];
    if (solution === undefined) return false;
    for (let i = 0; i < unknowns; i++) map[i] -= solution[i];
    return true;
  }
}

/** Takes the usual map off all of them: otherwise the mean could drift. */
function centre(maps: readonly Float64Array[]): void {
  for (let i = 0; i < unknowns; i++) {
    const usual = median(maps.map((map) => map[i]));
    for (const map of maps) map[i] -= usual;
  }
}

function correlation(a: Float64Array, b: Float64Array): number {
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    products += counts[at] * a[at] * b[at];
    squaresA += counts[at] * a[at] ** 2;
    squaresB += counts[at] * b[at] ** 2;
  }
  return products / Math.sqrt(squaresA * squaresB);
}
