import type { DecodedFrame } from '../video/video.ts';
import type { BodyMask } from './body-mask.ts';

/** Places where brightness changes from above to below and hardly from left to right, in a grey picture that may be smaller than the one given. */
export interface EdgePoints {
  /** Pixels of the grey picture from the middle of the trunk to the right. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Levels a pixel, downwards. */
  readonly steepness: Float32Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Longer sides are halved, or divided by three, and so on: long lines lose nothing by it. */
const longestPx = 1000;
/** Levels a pixel below which nothing changes, and above which all edges count alike. */
const least = 2;
const most = 40;
/** An edge within 27 degrees of the level changes this many times as much downwards as aside. */
const steeper = 2;
const marginPx = 3;
/** A row whose brightness stays within this is a bar beside the picture, and its border is level in any picture. */
const blankLevels = 8;

/** The edges of what lies behind the runner. */
export function edgePoints(picture: DecodedFrame, body: BodyMask): EdgePoints {
  const block = Math.ceil(Math.max(picture.widthPx, picture.heightPx) / longestPx);
  const widthPx = Math.floor(picture.widthPx / block);
  const heightPx = Math.floor(picture.heightPx / block);
  const grey = greyBlocks(picture, block, widthPx, heightPx);
  const blank = Uint8Array.from({ length: heightPx }, (_, row) => isBlank(grey, row * widthPx, widthPx));
  const [xs, ys, steepness]: [number[], number[], number[]] = [[], [], []];
  for (let y = marginPx; y < heightPx - marginPx; y++) {
    if (blank[y - 2] === 1 || blank[y + 2] === 1) continue;
    for (let x = marginPx; x < widthPx - marginPx; x++) {
      const at = y * widthPx + x;
      const [above, below] = [at - widthPx, at + widthPx];
      const down =
        (grey[below - 1] + grey[below] + grey[below + 1] - grey[above - 1] - grey[above] - grey[above + 1]) / 6;
      if (Math.abs(down) < least) continue;
      const aside =
        (grey[above + 1] + grey[at + 1] + grey[below + 1] - grey[above - 1] - grey[at - 1] - grey[below - 1]) / 6;
      if (Math.abs(down) < steeper * Math.abs(aside) || body.covers(block * x, block * y)) continue;
      xs.push(x - body.middleXPx / block);
      ys.push(y);
      steepness.push(Math.max(-most, Math.min(most, down)));
    }
  }
  return {
    x: Float32Array.from(xs),
    y: Float32Array.from(ys),
    steepness: Float32Array.from(steepness),
    widthPx,
    heightPx,
  };
}

/** Brightness, about, of square blocks of a picture. */
function greyBlocks({ rgb, widthPx }: DecodedFrame, block: number, columns: number, rows: number): Float32Array {
  const grey = new Float32Array(columns * rows);
  for (let row = 0; row < rows * block; row++) {
    const to = Math.floor(row / block) * columns;
    let from = 3 * row * widthPx;
    for (let column = 0; column < columns * block; column++, from += 3) {
      grey[to + Math.floor(column / block)] += 2 * rgb[from] + 5 * rgb[from + 1] + rgb[from + 2];
    }
  }
  return grey.map((sum) => sum / (8 * block * block));
}

function isBlank(grey: Float32Array, start: number, widthPx: number): 0 | 1 {
  let [darkest, brightest] = [grey[start], grey[start]];
  for (let i = start; i < start + widthPx; i++) {
    if (grey[i] < darkest) darkest = grey[i];
    if (grey[i] > brightest) brightest = grey[i];
    if (brightest - darkest > blankLevels) return 0;
  }
  return 1;
}
