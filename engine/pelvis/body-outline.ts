import type { DecodedFrame } from '../video/video.ts';
import type { PelvisWindow } from './pelvis-window.ts';

/** Rows of the window, in trunk lengths below the middle of the hips: from above the iliac crests to the thighs' roots. */
const rowsFrom = -0.4;
const rowsTo = 0.3;
export const rowCount = 36;
/** Columns: as far to either side. */
const halfBreadth = 0.62;
const columnCount = 125;
const columnStep = (2 * halfBreadth) / (columnCount - 1);
/** Columns on either side of an edge whose colours are held against each other: a cloth's folds are narrower. */
const bandColumns = 6;
/** Where an outline can be, columns from the middle: arms hang outside, the cleft lies inside. */
const nearest = 15;
const furthest = 48;
/** What one column's jump from row to row costs, squared, against an edge as strong as the strongest. */
const jumpCost = 0.004;

/** From a row to the next, and how far a row is below the hips, trunk lengths. */
export const rowStep = (rowsTo - rowsFrom) / (rowCount - 1);
export const rowHeight = (row: number): number => rowsFrom + rowStep * row;

/** The body's outline about the pelvis in one picture, by rows from the top. */
export interface BodyOutline {
  /** Left and right edge, trunk lengths from the middle of the hips to the picture's right. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Mean difference of colour across both edges, 0 to 441: what is seen of them. */
  readonly contrast: number;
}

/**
 * Where body and background part on either side of the pelvis: the smooth line from row to row across which colours differ most,
 * found by dynamic programming. A window that leaves the picture gives null.
 *
 * @param scale Pixels of the picture for one of the clip.
 */
export function bodyOutline(picture: DecodedFrame, window: PelvisWindow, scale: number): BodyOutline | null {
  const sheet = windowColours(picture, window, scale);
  if (sheet === null) return null;
  const edges = edgeStrength(smoothedRows(sheet));
  const middleColumn = (columnCount - 1) / 2;
  const left = strongestLine(edges, middleColumn - furthest, middleColumn - nearest);
  const right = strongestLine(edges, middleColumn + nearest, middleColumn + furthest);
  return { left: left.places, right: right.places, contrast: (left.strength + right.strength) / 2 };
}

/** Colours of the window, row by row, three to a place; null when it leaves the picture. */
function windowColours(
  { rgb, widthPx, heightPx }: DecodedFrame,
  { xPx, yPx, trunkPx, rollDeg }: PelvisWindow,
  scale: number,
): Float32Array | null {
  const unit = trunkPx * scale;
  const angle = (rollDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const sheet = new Float32Array(rowCount * columnCount * 3);
  let at = 0;
  for (let row = 0; row < rowCount; row++) {
    const v = rowHeight(row);
    for (let column = 0; column < columnCount; column++) {
      const u = column * columnStep - halfBreadth;
      const x = xPx * scale + unit * (cos * u - sin * v) - 0.5;
      const y = yPx * scale + unit * (sin * u + cos * v) - 0.5;
      if (!(x >= 0 && y >= 0 && x < widthPx - 1 && y < heightPx - 1)) return null;
      const [x0, y0] = [Math.floor(x), Math.floor(y)];
      const [fx, fy] = [x - x0, y - y0];
      const corner = 3 * (y0 * widthPx + x0);
      for (let channel = 0; channel < 3; channel++) {
        const here = corner + channel;
        const below = here + 3 * widthPx;
        const top = rgb[here] + fx * (rgb[here + 3] - rgb[here]);
        const bottom = rgb[below] + fx * (rgb[below + 3] - rgb[below]);
        sheet[at++] = top + fy * (bottom - top);
      }
    }
  }
  return sheet;
}

const weights = [1, 4, 6, 4, 1] as const;

/** Each row the weighted mean of the five about it. */
function smoothedRows(sheet: Float32Array): Float32Array {
  const rowLength = 3 * columnCount;
  const result = new Float32Array(sheet.length);
  for (let row = 0; row < rowCount; row++) {
    for (let k = -2; k <= 2; k++) {
      const from = Math.max(0, Math.min(rowCount - 1, row + k)) * rowLength;
      const weight = weights[k + 2] / 16;
      for (let i = 0; i < rowLength; i++) result[row * rowLength + i] += weight * sheet[from + i];
    }
  }
  return result;
}

/** How far the mean colours of the bands on either side of each place are from each other, row by row. */
function edgeStrength(sheet: Float32Array): Float32Array {
  const edges = new Float32Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row++) {
    const start = 3 * row * columnCount;
    for (let column = bandColumns; column < columnCount - bandColumns; column++) {
      let squares = 0;
      for (let channel = 0; channel < 3; channel++) {
        let apart = 0;
        for (let k = 0; k < bandColumns; k++) {
          apart += sheet[start + 3 * (column + k) + channel] - sheet[start + 3 * (column - 1 - k) + channel];
        }
        squares += (apart / bandColumns) ** 2;
      }
      edges[row * columnCount + column] = Math.sqrt(squares);
    }
  }
  return edges;
}

/** The line of one place a row, between two columns, with most edge on it and least jumps. */
function strongestLine(
  edges: Float32Array,
  from: number,
  to: number,
): { readonly places: Float64Array; readonly strength: number } {
  const breadth = to - from + 1;
  let most = 1e-6;
  for (let row = 0; row < rowCount; row++) {
    for (let k = 0; k < breadth; k++) most = Math.max(most, edges[row * columnCount + from + k]);
  }
  let score = new Float64Array(breadth);
  const cameFrom = new Uint8Array(rowCount * breadth);
  for (let k = 0; k < breadth; k++) score[k] = edges[from + k] / most;
  for (let row = 1; row < rowCount; row++) {
    const next = new Float64Array(breadth);
    for (let k = 0; k < breadth; k++) {
      let best = 0;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < breadth; j++) {
        const reached = score[j] - jumpCost * (k - j) ** 2;
        if (reached > bestScore) {
          best = j;
          bestScore = reached;
        }
      }
      cameFrom[row * breadth + k] = best;
      next[k] = bestScore + edges[row * columnCount + from + k] / most;
    }
    score = next;
  }
  let k = score.indexOf(Math.max(...score));
  const places = new Float64Array(rowCount);
  let strength = 0;
  for (let row = rowCount - 1; row >= 0; row--) {
    const column = from + k;
    strength += edges[row * columnCount + column] / rowCount;
    places[row] = (column + topOffset(edges, row, column)) * columnStep - halfBreadth;
    k = cameFrom[row * breadth + k];
  }
  return { places, strength };
}

/** The top of the parabola through a place and its neighbours, columns from it. */
function topOffset(edges: Float32Array, row: number, column: number): number {
  const at = row * columnCount + column;
  const bend = edges[at - 1] - 2 * edges[at] + edges[at + 1];
  return bend < 0 ? Math.max(-1, Math.min(1, (edges[at - 1] - edges[at + 1]) / (2 * bend))) : 0;
}
