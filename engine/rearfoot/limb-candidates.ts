import type { Candidate } from './choose-outlines.ts';
import { edgeLines } from './edge-lines.ts';
import type { EdgeRidges } from './edge-ridges.ts';
import { type LimbOutline, limbOutlines } from './limb-outline.ts';

/** Where a limb's edges are looked for; lengths are shares of the shank's. */
export interface LimbSearch {
  /** How far either edge may lie from the window's middle column, outwards and over it. */
  readonly outward: number;
  readonly over: number;
  /** Steepest edge, columns a row. */
  readonly steepest: number;
  readonly widths: readonly [least: number, greatest: number];
  /** Least length that shows both edges. */
  readonly leastShare: number;
}

const mostCandidates = 24;
const edgesASide = 8;

/** Pairs of edges in a window that may be a limb's, best support first. @param length Of the shank, pixels of the crop. */
export function limbCandidates(
  ridges: EdgeRidges,
  middleColumn: number,
  length: number,
  { outward, over, steepest, widths, leastShare }: LimbSearch,
): LimbOutline[] {
  const lines = (from: number, to: number) =>
    edgeLines(ridges, [middleColumn + from * length, middleColumn + to * length], steepest, edgesASide);
  return limbOutlines(
    ridges,
    lines(-outward, over),
    lines(-over, outward),
    [widths[0] * length, widths[1] * length],
    leastShare * length,
    mostCandidates,
  );
}

/** The middle row of an outline. */
export const middleRow = ({ from, to }: Pick<LimbOutline, 'from' | 'to'>): number => (from + to - 1) / 2;

/** What of an outline is judged, in degrees and shares of the shank's length. @param leanRad Lean of the window. */
export const shapeOf = (
  outline: LimbOutline,
  length: number,
  leanRad = 0,
): Pick<Candidate, 'leanDeg' | 'leanSeDeg' | 'width' | 'taper' | 'support'> => ({
  leanDeg: ((leanRad - Math.atan(outline.slope)) * 180) / Math.PI,
  leanSeDeg: (outline.slopeSe * 180) / Math.PI,
  width: outline.width / length,
  taper: outline.taper,
  support: outline.support / length,
});
