import type { Contour } from './true-type-font.ts';

/** How much of each pixel a letter covers, 0 to 255, row by row. */
export interface GlyphMask {
  /** From the letter's origin on the baseline to the first column and row, pixels. */
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fill: Uint8Array;
  /** Letter and outline together. */
  readonly outer: Uint8Array;
}

export interface GlyphPlace {
  /** Pixels per font unit. */
  readonly scale: number;
  /** Where in its pixel the origin lies, 0 to 1. */
  readonly offsetX: number;
  readonly offsetY: number;
  readonly outlinePx: number;
}

/** Straight pieces of a curve: with letters 60 pixels high, off by less than 0.05 pixels. */
const piecesPerCurve = 8;

/** Draws a letter from the signed distance of each pixel's centre to its outline. */
export function drawGlyph(contours: readonly Contour[], { scale, offsetX, offsetY, outlinePx }: GlyphPlace): GlyphMask {
  const pieces = Float64Array.from(
    contours.flatMap((contour) => {
      const points = flatten(contour).map(([x, y]) => [x * scale + offsetX, offsetY - y * scale] as const);
      return points.flatMap(([x, y], i) => {
        const [nextX, nextY] = points[(i + 1) % points.length];
        return [x, y, nextX, nextY];
      });
    }),
  );
  const margin = outlinePx + 1;
  const [left, right] = reach(
    pieces.filter((_, i) => i % 4 === 0),
    margin,
  );
  const [top, bottom] = reach(
    pieces.filter((_, i) => i % 4 === 1),
    margin,
  );
  const [widthPx, heightPx] = [right - left, bottom - top];
  const fill = new Uint8Array(widthPx * heightPx);
  const outer = new Uint8Array(widthPx * heightPx);
  const distances = signedDistances(pieces, { left, top, widthPx, heightPx }, margin);
  for (let i = 0; i < fill.length; i++) {
    fill[i] = cover(0.5 - distances[i]);
    outer[i] = cover(0.5 - distances[i] + outlinePx);
  }
  return { left, top, widthPx, heightPx, fill, outer };
}

const cover = (share: number): number => Math.round(255 * Math.min(1, Math.max(0, share)));

function reach(values: Float64Array, margin: number): [from: number, to: number] {
  if (values.length === 0) return [0, 0];
  return [Math.floor(Math.min(...values) - margin), Math.ceil(Math.max(...values) + margin)];
}

/** The corners of a closed outline, its curves (quadratic Bezier) in straight pieces. */
function flatten(contour: Contour): [x: number, y: number][] {
  const between = contour.flatMap((point, i) => {
    const next = contour[(i + 1) % contour.length];
    // Half-way between two points off the line lies one on it, which the font leaves out.
    return point.on || next.on ? [point] : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }];
  });
  return between.flatMap((point, i): [number, number][] => {
    if (point.on) return [[point.x, point.y]];
    const from = between[(i + between.length - 1) % between.length];
    const to = between[(i + 1) % between.length];
    return Array.from({ length: piecesPerCurve - 1 }, (_, k) => {
      const t = (k + 1) / piecesPerCurve;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      return [a * from.x + b * point.x + c * to.x, a * from.y + b * point.y + c * to.y];
    });
  });
}

/**
 * From each pixel's centre to the nearest outline, negative inside: where the outlines wind round the point.
 *
 * @param pieces Straight pieces: x, y of the start and of the end.
 * @param farthest Distances beyond this are infinite.
 */
function signedDistances(
  pieces: Float64Array,
  { left, top, widthPx, heightPx }: Pick<GlyphMask, 'left' | 'top' | 'widthPx' | 'heightPx'>,
  farthest: number,
): Float64Array {
  const squares = new Float64Array(widthPx * heightPx).fill(Number.POSITIVE_INFINITY);
  const windings = new Int8Array(widthPx * heightPx);
  for (let i = 0; i < pieces.length; i += 4) {
    const x = pieces[i];
    const y = pieces[i + 1];
    const endY = pieces[i + 3];
    const dx = pieces[i + 2] - x;
    const dy = endY - y;
    const squared = dx * dx + dy * dy;
    const firstRow = Math.max(0, Math.floor(Math.min(y, endY) - farthest) - top);
    const lastRow = Math.min(heightPx - 1, Math.ceil(Math.max(y, endY) + farthest) - top);
    const first = Math.max(0, Math.floor(Math.min(x, x + dx) - farthest) - left);
    const last = Math.min(widthPx - 1, Math.ceil(Math.max(x, x + dx) + farthest) - left);
    for (let row = firstRow; row <= lastRow; row++) {
      const middle = top + row + 0.5;
      const py = middle - y;
      const start = row * widthPx;
      for (let column = first; column <= last; column++) {
        const px = left + column + 0.5 - x;
        const along = px * dx + py * dy;
        const share = along <= 0 ? 0 : along >= squared ? 1 : along / squared;
        const ex = px - share * dx;
        const ey = py - share * dy;
        const away = ex * ex + ey * ey;
        if (away < squares[start + column]) squares[start + column] = away;
      }
      // The outline winds round everything that lies to the left of where the piece crosses the row.
      const turn = middle >= y && middle < endY ? 1 : middle < y && middle >= endY ? -1 : 0;
      if (turn === 0) continue;
      const crossing = Math.ceil(x + (dx * py) / dy - left - 0.5);
      for (let column = Math.min(widthPx, crossing) - 1; column >= 0; column--) windings[start + column] += turn;
    }
  }
  return squares.map((square, i) => (windings[i] === 0 ? Math.sqrt(square) : -Math.sqrt(square)));
}
