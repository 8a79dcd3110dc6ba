import type { EdgePoints } from './edge-points.ts';

/** Cameras are turned by less than this, degrees. */
const mostDeg = 6;
const coarseDeg = 0.2;
const fineDeg = 0.05;
/** Turns this far apart are two different ones, degrees. */
const apartDeg = 0.8;
/** What the next best turn may have of the best one's lines; more, and there is no telling which lines are level. */
const mostRival = 0.35;
/** Length on either side of the runner, as a share of the picture's width, and levels a pixel of the line that is asked for. */
const leastLength = 0.1;
const leastSteepness = 8;

/**
 * How far level lines behind a runner are turned in the picture: hedges, a wall's foot, windows, the bar of a treadmill. Every turn is tried;
 * what counts for it are lines so turned on which both sides of the runner agree, since lines that run away from the camera rise on
 * one side and fall on the other. (The projection profile of deskewing, Postl 1986, of both halves' product.)
 *
 * @param pictures Edges of some pictures of a clip.
 * @returns Degrees, clockwise as seen positive; null where there is no such line or lines of different turns.
 */
export function levelLineDeg(pictures: readonly EdgePoints[]): number | null {
  const turns = Math.round(mostDeg / coarseDeg);
  const coarse = Array.from({ length: 2 * turns + 1 }, (_, i) => (i - turns) * coarseDeg);
  const shown = coarse.map((deg) => shareOf(pictures, deg));
  const best = shown.indexOf(Math.max(...shown));
  const rival = Math.max(...shown.filter((_, i) => Math.abs(coarse[i] - coarse[best]) > apartDeg - coarseDeg / 2));
  const asked = pictures.reduce((sum, { widthPx }) => sum + (leastLength * leastSteepness * widthPx) ** 4, 0);
  if (!(shown[best] >= asked) || rival > mostRival ** 2 * shown[best]) return null;
  // At the end of what is tried the top may lie beyond.
  if (best === 0 || best === coarse.length - 1) return null;
  const fine = Array.from({ length: 9 }, (_, i) => coarse[best] + (i - 4) * fineDeg);
  const finer = fine.map((deg) => shareOf(pictures, deg));
  return fine[finer.indexOf(Math.max(...finer))];
}

/** Sum over all lines of one turn of the square of both sides' product. */
function shareOf(pictures: readonly EdgePoints[], deg: number): number {
  const slope = Math.tan((deg * Math.PI) / 180);
  let sum = 0;
  for (const { x, y, steepness, widthPx, heightPx } of pictures) {
    const left = new Float64Array(heightPx + 2 * widthPx + 1);
    const right = new Float64Array(heightPx + 2 * widthPx + 1);
    for (let i = 0; i < x.length; i++) {
      const place = Math.max(0, y[i] - slope * x[i] + widthPx);
      const row = Math.floor(place);
      const side = x[i] < 0 ? left : right;
      side[row] += (1 - place + row) * steepness[i];
      side[row + 1] += (place - row) * steepness[i];
    }
    for (let row = 0; row < left.length; row++) {
      // Dark above on one side and below on the other is no line.
      const both = left[row] * right[row];
      if (both > 0) sum += both * both;
    }
  }
  return sum;
}
