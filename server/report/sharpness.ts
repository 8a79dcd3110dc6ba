import type { SizePx } from '../../engine/video/video.ts';

/**
 * How sharp a picture is: the mean of the squared Laplacian of its green channel (variance of the Laplacian, Pech-Pacheco et al. 2000).
 * It compares pictures of one clip.
 *
 * @param rgb Packed 8-bit RGB.
 */
export function sharpness(rgb: Uint8Array, { widthPx, heightPx }: SizePx): number {
  let sum = 0;
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const at = 3 * (y * widthPx + x) + 1;
      const laplacian = 4 * rgb[at] - rgb[at - 3] - rgb[at + 3] - rgb[at - 3 * widthPx] - rgb[at + 3 * widthPx];
      sum += laplacian * laplacian;
    }
  }
  return sum / Math.max(1, (widthPx - 2) * (heightPx - 2));
}
