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
        return [x, y, nextX - x, nextY - y];
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
  for (let i = 0; i < fill.length; i++) {
    const row = Math.floor(i / widthPx);
    const distance = signedDistance(pieces, left + i - row * widthPx + 0.5, top + row + 0.5);
    fill[i] = cover(0.5 - distance);
    outer[i] = cover(0.5 - distance + outlinePx);
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
 * To the nearest outline, negative inside: where the outlines wind round the point.
 * @param pieces Straight pieces: x, y of the start, and from there to the end.
 */
function signedDistance(pieces: Float64Array, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let winding = 0;
  for (let i = 0; i < pieces.length; i += 4) {
    const px = x - pieces[i];
    const py = y - pieces[i + 1];
    const dx = pieces[i + 2];
    const dy = pieces[i + 3];
    const squared = dx * dx + dy * dy;
    const along = px * dx + py * dy;
    const share = along <= 0 ? 0 : along >= squared ? 1 : along / squared;
    const ex = px - share * dx;
    const ey = py - share * dy;
    const away = ex * ex + ey * ey;
    if (away < nearest) nearest = away;
    const side = dx * py - dy * px;
    if (py >= 0 && py < dy && side > 0) winding++;
    if (py < 0 && py >= dy && side < 0) winding--;
  }
  return winding === 0 ? Math.sqrt(nearest) : -Math.sqrt(nearest);
}
