import type { EdgeRidges } from './edge-ridges.ts';

/** Standard deviation of the filter across a limb whose shank is `length` pixels long, pixels. */
export const filterWidth = (length: number): number => Math.max(1, length / 200);

/** Two straight edges in a window. */
interface Edges {
  readonly from: number;
  readonly to: number;
  readonly centre: number;
  readonly slope: number;
  readonly width: number;
  readonly taper: number;
}

/**
 * Steepness of the clearer of two edges as a share of the steepest that the filter shows, 0 to 1: a step seen through a Gaussian of
 * standard deviation s rises by 1 / (sqrt(2 pi) s) of its height each pixel at most.
 */
export function limbSharpness(ridges: EdgeRidges, edges: Edges, sigmaPx: number): number {
  return Math.max(...([-1, 1] as const).map((side) => edgeSharpness(ridges, edges, side, sigmaPx)));
}

function edgeSharpness(
  { columns, rows, slope: slopes }: EdgeRidges,
  { from, to, centre, slope, width, taper }: Edges,
  side: -1 | 1,
  sigmaPx: number,
): number {
  const half = (from + to - 1) / 2;
  const reach = Math.ceil(4 * sigmaPx);
  let [peak, step] = [0, 0];
  for (let row = Math.max(0, from); row < Math.min(rows, to); row++) {
    const at = Math.round(centre + (side * width) / 2 + (slope + (side * taper) / 2) * (row - half));
    if (at - reach < 0 || at + reach >= columns) continue;
    let highest = 0;
    for (let column = at - reach; column <= at + reach; column++) {
      const here = slopes[row * columns + column];
      step += here;
      if (Math.abs(column - at) <= 2 && here > highest) highest = here;
    }
    peak += highest;
  }
  return step === 0 ? 0 : Math.min(1, (peak * Math.sqrt(2 * Math.PI) * sigmaPx) / step);
}
