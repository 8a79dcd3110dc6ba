import type { GreyCrop } from './grey-crop.ts';
import type { Patch } from './patch.ts';

/** Where a patch was found, in whole pixels, and how alike both are: the correlation of their shades, at most 1. */
export interface FoundPatch {
  readonly dx: number;
  readonly dy: number;
  readonly correlation: number;
}

/** Less than this share of a patch in the other crop is not compared. */
const leastShare = 0.7;

/**
 * Looks for a patch in another crop, pixel by pixel around a place, by the correlation of their shades: brightness and contrast
 * may change.
 *
 * @returns Null where it would lie outside of the crop.
 */
export function searchPatch(
  patch: Patch,
  crop: GreyCrop,
  around: { readonly dx: number; readonly dy: number; readonly reachX: number; readonly reachY: number },
): FoundPatch | null {
  let best: FoundPatch | null = null;
  const [atX, atY] = [Math.round(around.dx), Math.round(around.dy)];
  for (let dy = atY - around.reachY; dy <= atY + around.reachY; dy++) {
    for (let dx = atX - around.reachX; dx <= atX + around.reachX; dx++) {
      const correlation = correlationAt(patch, crop, dx, dy);
      if (correlation > (best?.correlation ?? Number.NEGATIVE_INFINITY)) best = { dx, dy, correlation };
    }
  }
  return best;
}

/** NaN where too little of the patch lies in the crop, or where either has one shade. */
function correlationAt({ crop: from, left, right, top, bottom }: Patch, to: GreyCrop, dx: number, dy: number): number {
  const shiftX = Math.round(from.left - to.left) + dx;
  const shiftY = Math.round(from.top - to.top) + dy;
  const [firstX, lastX] = [Math.max(left, -shiftX), Math.min(right, to.widthPx - 1 - shiftX)];
  const [firstY, lastY] = [Math.max(top, -shiftY), Math.min(bottom, to.heightPx - 1 - shiftY)];
  const count = Math.max(0, lastX - firstX + 1) * Math.max(0, lastY - firstY + 1);
  if (count < leastShare * (right - left + 1) * (bottom - top + 1)) return Number.NaN;
  let [sumA, sumB, sumAa, sumBb, sumAb] = [0, 0, 0, 0, 0];
  for (let y = firstY; y <= lastY; y++) {
    const rowA = y * from.widthPx;
    const rowB = (y + shiftY) * to.widthPx + shiftX;
    for (let x = firstX; x <= lastX; x++) {
      const a = from.grey[rowA + x];
      const b = to.grey[rowB + x];
      sumA += a;
      sumB += b;
      sumAa += a * a;
      sumBb += b * b;
      sumAb += a * b;
    }
  }
  return (sumAb - (sumA * sumB) / count) / Math.sqrt((sumAa - (sumA * sumA) / count) * (sumBb - (sumB * sumB) / count));
}
