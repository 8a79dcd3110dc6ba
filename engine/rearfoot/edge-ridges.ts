import { quantile } from '../signal/robust-statistics.ts';
import type { RgbCrop } from './rgb-crop.ts';

/** A window of a crop along a limb: row 0 is its upper end, column 0 its left one, both one crop pixel apart. */
export interface LimbWindow {
  /** Middle of the window's upper edge, pixels of the crop. */
  readonly topXPx: number;
  readonly topYPx: number;
  /** Lean of the window's rows' middle from the vertical, radians, positive: the upper end to the right. */
  readonly leanRad: number;
  readonly rows: number;
  /** Columns to either side of the middle. */
  readonly reach: number;
}

/** Where brightness or colour changes across a limb, row by row. */
export interface EdgeRidges {
  readonly rows: number;
  readonly columns: number;
  /** Row by column: how steeply colour changes across, levels a pixel. */
  readonly slope: Float32Array;
  /** Row by column: 0 where nothing changes, 1 on a clear edge. */
  readonly strength: Float32Array;
  /** Of each row, places of edges in columns and their steepness (levels a pixel), strongest wins in `strength`. */
  readonly places: readonly Float64Array[];
  readonly steepness: readonly Float64Array[];
  /** Levels a pixel that ground and cloth show of themselves. */
  readonly noise: number;
  /** 0 in rows that leave the picture. */
  readonly inside: Uint8Array;
}

/** Width of an edge's ridge, pixels. */
const ridgeSd = 0.8;
const leastNoise = 3;

/**
 * Finds the edges across a limb. Colours are smoothed by a Gaussian of `sigmaPx` across and twice that along the limb, so that what
 * follows the limb remains and grain does not; an edge is where the colour's change across is steepest (Canny 1986, in one direction).
 */
export function edgeRidges(crop: RgbCrop, window: LimbWindow, sigmaPx: number): EdgeRidges {
  const { rows, reach } = window;
  const columns = 2 * reach + 1;
  const { channels, inside } = sampleWindow(crop, window);
  const across = gaussianSlope(sigmaPx);
  const along = gaussian(2 * sigmaPx);
  const squares = new Float32Array(rows * columns);
  for (const channel of channels) {
    const smooth = filterRows(filterColumns(channel, rows, columns, along), rows, columns, across);
    for (let i = 0; i < squares.length; i++) squares[i] += smooth[i] * smooth[i];
  }
  const slope = squares;
  for (let i = 0; i < slope.length; i++) slope[i] = Math.sqrt(slope[i]);
  const noise = Math.max(leastNoise, flankLevel(slope, rows, columns, inside));
  const strength = new Float32Array(rows * columns);
  const places: Float64Array[] = [];
  const steepness: Float64Array[] = [];
  for (let row = 0; row < rows; row++) {
    const found: number[] = [];
    const steep: number[] = [];
    const from = row * columns;
    for (let column = 2; inside[row] === 1 && column < columns - 2; column++) {
      const here = slope[from + column];
      const before = slope[from + column - 1];
      const after = slope[from + column + 1];
      if (here < noise || here < before || here <= after) continue;
      const bend = before - 2 * here + after;
      const place = column + (bend === 0 ? 0 : (0.5 * (before - after)) / bend);
      found.push(place);
      steep.push(here);
      const share = here ** 2 / (here ** 2 + (2.5 * noise) ** 2);
      for (let at = Math.ceil(place - 2); at <= place + 2; at++) {
        const value = share * Math.exp(-((at - place) ** 2) / (2 * ridgeSd ** 2));
        if (value > strength[from + at]) strength[from + at] = value;
      }
    }
    places.push(Float64Array.from(found));
    steepness.push(Float64Array.from(steep));
  }
  return { rows, columns, slope, strength, places, steepness, noise, inside };
}

/** What the outer tenth of the columns on either side shows, where no limb should be. */
function flankLevel(slope: Float32Array, rows: number, columns: number, inside: Uint8Array): number {
  const flank = Math.max(3, Math.round(columns / 10));
  const sides = [0, columns - flank].map((first) => {
    const values: number[] = [];
    for (let row = 0; row < rows; row++) {
      if (inside[row] === 0) continue;
      for (let column = first; column < first + flank; column++) values.push(slope[row * columns + column]);
    }
    return quantile(values, 0.7);
  });
  const level = Math.min(...sides.filter(Number.isFinite));
  return Number.isFinite(level) ? level : leastNoise;
}

function sampleWindow(crop: RgbCrop, window: LimbWindow): { channels: Float32Array[]; inside: Uint8Array } {
  const { rows, reach, topXPx, topYPx, leanRad } = window;
  const columns = 2 * reach + 1;
  const { rgb, widthPx, heightPx } = crop;
  const channels = [0, 1, 2].map(() => new Float32Array(rows * columns));
  const inside = new Uint8Array(rows);
  const [sin, cos] = [Math.sin(leanRad), Math.cos(leanRad)];
  for (let row = 0; row < rows; row++) {
    let seen = 0;
    for (let column = 0; column < columns; column++) {
      const across = column - reach;
      // Pixel centres lie at halves.
      const x = topXPx - row * sin + across * cos - 0.5;
      const y = topYPx + row * cos + across * sin - 0.5;
      const x0 = Math.min(widthPx - 2, Math.max(0, Math.floor(x)));
      const y0 = Math.min(heightPx - 2, Math.max(0, Math.floor(y)));
      const u = Math.min(1, Math.max(0, x - x0));
      const v = Math.min(1, Math.max(0, y - y0));
      if (y > -1 && y < heightPx) seen++;
      const at = 3 * (y0 * widthPx + x0);
      const below = at + 3 * widthPx;
      for (let c = 0; c < 3; c++) {
        const upper = rgb[at + c] * (1 - u) + rgb[at + 3 + c] * u;
        const lower = rgb[below + c] * (1 - u) + rgb[below + 3 + c] * u;
        channels[c][row * columns + column] = upper * (1 - v) + lower * v;
      }
    }
    inside[row] = seen === columns ? 1 : 0;
  }
  return { channels, inside };
}

function gaussian(sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma);
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)));
  const sum = taps.reduce((a, b) => a + b, 0);
  return taps.map((tap) => tap / sum);
}

/** Derivative of a Gaussian; a ramp of one level a pixel gives 1. */
function gaussianSlope(sigma: number): Float64Array {
  const smooth = gaussian(sigma);
  const reach = (smooth.length - 1) / 2;
  const taps = smooth.map((tap, i) => tap * (i - reach));
  const ramp = taps.reduce((sum, tap, i) => sum + tap * (i - reach), 0);
  return taps.map((tap) => tap / ramp);
}

function filterRows(values: Float32Array, rows: number, columns: number, taps: Float64Array): Float32Array {
  const reach = (taps.length - 1) / 2;
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    for (let column = 0; column < columns; column++) {
      if (column >= reach && column < columns - reach) {
        let within = 0;
        for (let k = 0, at = from + column - reach; k < taps.length; k++, at++) within += taps[k] * values[at];
        result[from + column] = within;
        continue;
      }
      let sum = 0;
      for (let k = -reach; k <= reach; k++) {
        const at = column + k < 0 ? 0 : column + k >= columns ? columns - 1 : column + k;
        sum += taps[k + reach] * values[from + at];
      }
      result[from + column] = sum;
    }
  }
  return result;
}

function filterColumns(values: Float32Array, rows: number, columns: number, taps: Float64Array): Float32Array {
  const reach = (taps.length - 1) / 2;
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let k = -reach; k <= reach; k++) {
      const from = Math.min(rows - 1, Math.max(0, row + k)) * columns;
      const tap = taps[k + reach];
      const to = row * columns;
      for (let column = 0; column < columns; column++) result[to + column] += tap * values[from + column];
    }
  }
  return result;
}
