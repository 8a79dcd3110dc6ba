import type { SizePx } from '../../video/video.ts';
import type { Crop } from '../crop.ts';

/** A crop outside these shares of the picture's longer side holds no runner that could be measured. */
const leastSideShare = 0.05;
const mostSideShare = 4;

/** Whether a crop could hold a runner: its centre in the picture, its size that of one who can be measured. */
export function isPlausibleCrop(crop: Crop, { widthPx, heightPx }: SizePx): boolean {
  const longSidePx = Math.max(widthPx, heightPx);
  const inside = crop.centreXPx > 0 && crop.centreXPx < widthPx && crop.centreYPx > 0 && crop.centreYPx < heightPx;
  return inside && crop.sidePx > leastSideShare * longSidePx && crop.sidePx < mostSideShare * longSidePx;
}
