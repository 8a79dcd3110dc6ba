import type { Crop } from './crop.ts';
import { chromaSize, type PlanarPicture } from './planar-picture.ts';

/** How a network wants its picture. */
export interface WarpTarget {
  /** Columns and rows of the tensor. The longer side spans the crop. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Order of the tensor's axes after the batch: rows, columns, channels or channels, rows, columns. */
  readonly layout: 'nhwc' | 'nchw';
  readonly channels: 'rgb' | 'bgr';
  /** A channel's value is `gain * byte + offset`, in the order red, green, blue. */
  readonly gain: readonly [number, number, number];
  readonly offset: readonly [number, number, number];
  /** What lies outside the picture: black, or the nearest pixel of its edge. */
  readonly border: 'black' | 'edge';
}

/** Cuts `crop` out of `picture` into `tensor`, as `target` says. Allocates nothing. */
export function warp(picture: PlanarPicture, crop: Crop, tensor: Float32Array, target: WarpTarget): void {
  const { storedWidthPx, storedHeightPx, chromaShift, toStored, toRgb, planes } = picture;
  const chroma = chromaSize(picture);
  const { widthPx, heightPx } = target;
  const step = crop.sidePx / Math.max(widthPx, heightPx);
  const stepX = step * Math.cos(crop.rotationRad);
  const stepY = step * Math.sin(crop.rotationRad);
  const channelStep = target.layout === 'nhwc' ? 1 : widthPx * heightPx;
  const pixelStep = target.layout === 'nhwc' ? 3 : 1;
  for (let row = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      const right = column - (widthPx - 1) / 2;
      const down = row - (heightPx - 1) / 2;
      const x = crop.centreXPx + right * stepX - down * stepY;
      const y = crop.centreYPx + right * stepY + down * stepX;
      const xs = toStored[0] * x + toStored[1] * y + toStored[2];
      const ys = toStored[3] * x + toStored[4] * y + toStored[5];
      const outside = xs < 0 || ys < 0 || xs > storedWidthPx || ys > storedHeightPx;
      const scale = 1 / (1 << chromaShift);
      const p0 = bilinear(planes[0], storedWidthPx, storedHeightPx, xs, ys);
      const p1 = bilinear(planes[1], chroma.widthPx, chroma.heightPx, xs * scale, ys * scale);
      const p2 = bilinear(planes[2], chroma.widthPx, chroma.heightPx, xs * scale, ys * scale);
      for (let c = 0; c < 3; c++) {
        const colour = toRgb[4 * c] * p0 + toRgb[4 * c + 1] * p1 + toRgb[4 * c + 2] * p2 + toRgb[4 * c + 3];
        const byte = outside && target.border === 'black' ? 0 : Math.min(255, Math.max(0, colour));
        const channel = target.channels === 'rgb' ? c : 2 - c;
        tensor[(row * widthPx + column) * pixelStep + channel * channelStep] = target.gain[c] * byte + target.offset[c];
      }
    }
  }
}

function bilinear(plane: Uint8Array, widthPx: number, heightPx: number, x: number, y: number): number {
  const xc = Math.min(Math.max(x - 0.5, 0), widthPx - 1);
  const yc = Math.min(Math.max(y - 0.5, 0), heightPx - 1);
  const left = Math.floor(xc);
  const top = Math.floor(yc);
  const right = Math.min(left + 1, widthPx - 1);
  const bottom = Math.min(top + 1, heightPx - 1);
  const fx = xc - left;
  const fy = yc - top;
  const upper = plane[top * widthPx + left] * (1 - fx) + plane[top * widthPx + right] * fx;
  const lower = plane[bottom * widthPx + left] * (1 - fx) + plane[bottom * widthPx + right] * fx;
  return upper * (1 - fy) + lower * fy;
}
