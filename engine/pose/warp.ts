import type { SizePx } from '../video/video.ts';
import type { Crop } from './crop.ts';

/** A picture in packed 8-bit RGB, rows top down. */
export interface Picture extends SizePx {
  readonly rgb: Uint8Array;
}

/** How a network wants its picture. */
export interface WarpTarget {
  /** Side of the square tensor, in its own pixels. */
  readonly sidePx: number;
  /** Values that black and white become. */
  readonly black: number;
  readonly white: number;
  /** What lies outside the picture: black, or the nearest pixel of its edge. */
  readonly border: 'black' | 'edge';
}

/**
 * Cuts `crop` out of `picture` into `tensor` (`sidePx` x `sidePx` x RGB, rows top down), bilinear between pixel centres.
 * Allocates nothing.
 */
export function warp(picture: Picture, crop: Crop, tensor: Float32Array, target: WarpTarget): void {
  const { widthPx, heightPx, rgb } = picture;
  const { sidePx, black } = target;
  const gain = (target.white - black) / 255;
  const step = crop.sidePx / sidePx;
  const stepX = step * Math.cos(crop.rotationRad);
  const stepY = step * Math.sin(crop.rotationRad);
  const middle = (sidePx - 1) / 2;
  const stride = widthPx * 3;
  let out = 0;
  for (let row = 0; row < sidePx; row++) {
    // Array coordinates, in which the centre of the first pixel is 0.
    const startX = crop.centreXPx - 0.5 - middle * stepX - (row - middle) * stepY;
    const startY = crop.centreYPx - 0.5 - middle * stepY + (row - middle) * stepX;
    for (let column = 0; column < sidePx; column++, out += 3) {
      let x = startX + column * stepX;
      let y = startY + column * stepY;
      if (x < 0 || y < 0 || x > widthPx - 1 || y > heightPx - 1) {
        if (target.border === 'black' && (x < -0.5 || y < -0.5 || x > widthPx - 0.5 || y > heightPx - 0.5)) {
          tensor[out] = black;
          tensor[out + 1] = black;
          tensor[out + 2] = black;
          continue;
        }
        x = Math.max(0, Math.min(x, widthPx - 1));
        y = Math.max(0, Math.min(y, heightPx - 1));
      }
      const left = x | 0;
      const top = y | 0;
      const fx = x - left;
      const fy = y - top;
      const a = top * stride + left * 3;
      const b = left + 1 < widthPx ? a + 3 : a;
      const down = top + 1 < heightPx ? stride : 0;
      const topLeft = (1 - fx) * (1 - fy) * gain;
      const topRight = fx * (1 - fy) * gain;
      const bottomLeft = (1 - fx) * fy * gain;
      const bottomRight = fx * fy * gain;
      tensor[out] =
        black + rgb[a] * topLeft + rgb[b] * topRight + rgb[a + down] * bottomLeft + rgb[b + down] * bottomRight;
      tensor[out + 1] =
        black +
        rgb[a + 1] * topLeft +
        rgb[b + 1] * topRight +
        rgb[a + down + 1] * bottomLeft +
        rgb[b + down + 1] * bottomRight;
      tensor[out + 2] =
        black +
        rgb[a + 2] * topLeft +
        rgb[b + 2] * topRight +
        rgb[a + down + 2] * bottomLeft +
        rgb[b + down + 2] * bottomRight;
    }
  }
}
