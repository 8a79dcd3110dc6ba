import type { PictureLayout } from '../../video/planar-picture.ts';
import type { SizePx } from '../../video/video.ts';
import type { Crop } from '../crop.ts';

/** Where a tensor's pixels lie: `x = originX + column * columnX + row * rowX`, `y` alike. */
export interface Affine {
  originX: number;
  originY: number;
  columnX: number;
  columnY: number;
  rowX: number;
  rowY: number;
}

export function emptyAffine(): Affine {
  return { originX: 0, originY: 0, columnX: 0, columnY: 0, rowX: 0, rowY: 0 };
}

/**
 * Places a tensor's pixels in the stored picture (the centre of its first pixel at (0.5, 0.5)), so that the tensor's longer
 * side spans `crop`.
 */
export function placeCrop(
  affine: Affine,
  crop: Crop,
  { toStored }: PictureLayout,
  { widthPx, heightPx }: SizePx,
): void {
  const step = crop.sidePx / Math.max(widthPx, heightPx);
  const along = step * Math.cos(crop.rotationRad);
  const across = step * Math.sin(crop.rotationRad);
  affine.columnX = toStored[0] * along + toStored[1] * across;
  affine.columnY = toStored[3] * along + toStored[4] * across;
  affine.rowX = toStored[1] * along - toStored[0] * across;
  affine.rowY = toStored[4] * along - toStored[3] * across;
  const centreX = toStored[0] * crop.centreXPx + toStored[1] * crop.centreYPx + toStored[2];
  const centreY = toStored[3] * crop.centreXPx + toStored[4] * crop.centreYPx + toStored[5];
  affine.originX = centreX - (affine.columnX * (widthPx - 1) + affine.rowX * (heightPx - 1)) / 2;
  affine.originY = centreY - (affine.columnY * (widthPx - 1) + affine.rowY * (heightPx - 1)) / 2;
}

/** Sets `scaled` to the places of `affine`, moved by (`-leftX`, `-topY`) and divided by `divisor`. */
export function scaleAffine(scaled: Affine, affine: Affine, divisor: number, leftX: number, topY: number): void {
  scaled.originX = (affine.originX - leftX) / divisor;
  scaled.originY = (affine.originY - topY) / divisor;
  scaled.columnX = affine.columnX / divisor;
  scaled.columnY = affine.columnY / divisor;
  scaled.rowX = affine.rowX / divisor;
  scaled.rowY = affine.rowY / divisor;
}

/** The least of `origin + column * columnStep + row * rowStep` over a tensor's pixels. */
export function leastOf(origin: number, columnStep: number, rowStep: number, { widthPx, heightPx }: SizePx): number {
  return origin + Math.min(0, columnStep * (widthPx - 1)) + Math.min(0, rowStep * (heightPx - 1));
}

/** The most of what {@link leastOf} is the least of. */
export function mostOf(origin: number, columnStep: number, rowStep: number, { widthPx, heightPx }: SizePx): number {
  return origin + Math.max(0, columnStep * (widthPx - 1)) + Math.max(0, rowStep * (heightPx - 1));
}

/** Whether every pixel has a place. */
export function isPlaced(affine: Affine, size: SizePx): boolean {
  const { originX, columnX, rowX, originY, columnY, rowY } = affine;
  const reach =
    mostOf(originX, columnX, rowX, size) -
    leastOf(originX, columnX, rowX, size) +
    mostOf(originY, columnY, rowY, size) -
    leastOf(originY, columnY, rowY, size);
  return Number.isFinite(reach);
}
