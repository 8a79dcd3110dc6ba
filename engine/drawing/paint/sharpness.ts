import type { YuvPicture } from './blend.ts';

/** A part of a picture, whole pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How sharp a part of a picture is: the mean of the squared Laplacian of its luma (Pech-Pacheco et al. 2000). It compares pictures of one clip.
 *
 * @returns 0 for a part that is too small to have an inside.
 */
export function lumaSharpness({ y, yStride }: YuvPicture, { left, top, width, height }: Region): number {
  let sum = 0;
  for (let row = top + 1; row < top + height - 1; row++) {
    for (let at = row * yStride + left + 1; at < row * yStride + left + width - 1; at++) {
      const laplacian = 4 * y[at] - y[at - 1] - y[at + 1] - y[at - yStride] - y[at + yStride];
      sum += laplacian * laplacian;
    }
  }
  return width > 2 && height > 2 ? sum / ((width - 2) * (height - 2)) : 0;
}
