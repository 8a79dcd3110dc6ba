import type { DecodedFrame } from '../video/video.ts';
import type { PelvisWindow } from './pelvis-window.ts';

/** From one place of the patch to the next, trunk lengths: finer shows cloth and the video's noise. */
export const seatStep = 1 / 64;
/** What is seen of the seat, places about the middle of the hips: as far as registered (`seat-lean.ts`) and as it may have moved. */
export const seatColumns = 37;
export const seatRows = 33;
const middleColumn = (seatColumns - 1) / 2;
/** The middle of the hips is this row. */
export const hipsRow = 22;
/** Light and shade are held against those of the square about each place, this many places to either side. */
const squareReach = 8;
/** Levels of brightness that noise makes of black, and contrast that noise makes of even cloth, as a share of the brightness. */
const darkest = 12;
const leastContrast = 0.04;

/**
 * Light and shade about the seat in one picture, row by row: brightness against that of the square about each place, in its own standard
 * deviations, so that dark cloth counts as much as pale.
 */
export type SeatPatch = Float32Array;

/**
 * What a picture shows of the seat, from the small of the back to the fold below the buttocks; null when the window leaves the picture.
 *
 * @param scale Pixels of the picture for one of the clip.
 */
export function seatPatch(picture: DecodedFrame, window: PelvisWindow, scale: number): SeatPatch | null {
  const columns = seatColumns + 2 * squareReach;
  const rows = seatRows + 2 * squareReach;
  const sheet = logBrightness(picture, window, scale, { columns, rows });
  if (sheet === null) return null;
  const sums = squareSums(sheet, columns, rows);
  const stride = columns + 1;
  const size = 2 * squareReach + 1;
  const count = size * size;
  const patch = new Float32Array(seatColumns * seatRows);
  for (let row = 0; row < seatRows; row++) {
    for (let column = 0; column < seatColumns; column++) {
      const [top, bottom] = [row * stride + column, (row + size) * stride + column];
      const ofSquare = (values: Float64Array): number =>
        (values[bottom + size] - values[bottom] - values[top + size] + values[top]) / count;
      const usual = ofSquare(sums.values);
      const spread = Math.sqrt(Math.max(0, ofSquare(sums.squares) - usual * usual));
      const here = sheet[(row + squareReach) * columns + column + squareReach];
      patch[row * seatColumns + column] = (here - usual) / (spread + leastContrast);
    }
  }
  return patch;
}

/** Logarithm of the brightness, place by place, each the mean of four points; null when it leaves the picture. */
function logBrightness(
  { rgb, widthPx, heightPx }: DecodedFrame,
  { xPx, yPx, trunkPx, rollDeg }: PelvisWindow,
  scale: number,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Float64Array | null {
  const unit = trunkPx * scale * seatStep;
  const angle = (rollDeg * Math.PI) / 180;
  const [cos, sin] = [unit * Math.cos(angle), unit * Math.sin(angle)];
  const [x0, y0] = [xPx * scale - 0.5, yPx * scale - 0.5];
  const sheet = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) {
        const u = column - squareReach - middleColumn + (k & 1 ? 0.25 : -0.25);
        const v = row - squareReach - hipsRow + (k & 2 ? 0.25 : -0.25);
        const x = x0 + cos * u - sin * v;
        const y = y0 + sin * u + cos * v;
        if (!(x >= 0 && y >= 0 && x < widthPx - 1 && y < heightPx - 1)) return null;
        sum += brightnessAt(rgb, widthPx, x, y);
      }
      sheet[row * columns + column] = Math.log(sum / 4 + darkest);
    }
  }
  return sheet;
}

/** Luma between the four pixels about a point. */
function brightnessAt(rgb: Uint8Array, widthPx: number, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - column, y - row];
  const luma = (at: number): number => 0.299 * rgb[at] + 0.587 * rgb[at + 1] + 0.114 * rgb[at + 2];
  const corner = 3 * (row * widthPx + column);
  const below = corner + 3 * widthPx;
  const top = luma(corner) + fx * (luma(corner + 3) - luma(corner));
  const bottom = luma(below) + fx * (luma(below + 3) - luma(below));
  return top + fy * (bottom - top);
}

/** Sums over all places above and to the left of each corner, of values and of their squares. */
function squareSums(
  sheet: Float64Array,
  columns: number,
  rows: number,
): { readonly values: Float64Array; readonly squares: Float64Array } {
  const stride = columns + 1;
  const values = new Float64Array(stride * (rows + 1));
  const squares = new Float64Array(stride * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let [sum, square] = [0, 0];
    for (let column = 0; column < columns; column++) {
      const value = sheet[row * columns + column];
      sum += value;
      square += value * value;
      const at = (row + 1) * stride + column + 1;
      values[at] = values[at - stride] + sum;
      squares[at] = squares[at - stride] + square;
    }
  }
  return { values, squares };
}
