import type { SizePx } from '../video/video.ts';

/**
 * A square cut from a picture and turned about its centre: what a network is shown. Lengths are pixels of that picture,
 * x right, y down, the centre of the first pixel at (0.5, 0.5); the turn is clockwise as seen.
 */
export interface Crop {
  readonly centreXPx: number;
  readonly centreYPx: number;
  readonly sidePx: number;
  readonly rotationRad: number;
}

/** The upright square that holds the whole picture, its shorter side padded evenly. */
export function wholePicture({ widthPx, heightPx }: SizePx): Crop {
  return { centreXPx: widthPx / 2, centreYPx: heightPx / 2, sidePx: Math.max(widthPx, heightPx), rotationRad: 0 };
}

/** Where a point of the crop lies in the picture; `u` and `v` run from 0 to 1 over the crop, right and down. */
export function toPictureX(crop: Crop, u: number, v: number): number {
  const right = (u - 0.5) * crop.sidePx;
  const down = (v - 0.5) * crop.sidePx;
  return crop.centreXPx + right * Math.cos(crop.rotationRad) - down * Math.sin(crop.rotationRad);
}

/** The y to {@link toPictureX}'s x. */
export function toPictureY(crop: Crop, u: number, v: number): number {
  const right = (u - 0.5) * crop.sidePx;
  const down = (v - 0.5) * crop.sidePx;
  return crop.centreYPx + right * Math.sin(crop.rotationRad) + down * Math.cos(crop.rotationRad);
}

/** How much two crops share, 0 to 1: intersection over union of the squares without their turn. */
export function cropOverlap(a: Crop, b: Crop): number {
  const reach = (a.sidePx + b.sidePx) / 2;
  const least = Math.min(a.sidePx, b.sidePx);
  const width = Math.min(least, Math.max(0, reach - Math.abs(a.centreXPx - b.centreXPx)));
  const height = Math.min(least, Math.max(0, reach - Math.abs(a.centreYPx - b.centreYPx)));
  const shared = width * height;
  return shared === 0 ? 0 : shared / (a.sidePx ** 2 + b.sidePx ** 2 - shared);
}
