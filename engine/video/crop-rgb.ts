import { chromaSize, type PlanarPicture } from './planar-picture.ts';
import type { SizePx } from './video.ts';

/** An upright piece of a picture as a viewer sees it. */
export interface CropRegion extends SizePx {
  readonly leftPx: number;
  readonly topPx: number;
  /** Every so many pixels of the picture, across and down, become one by their mean; sizes above are in pixels of the crop. */
  readonly pixelPx: number;
}

/** Cuts a region out of a stored picture as packed 8-bit RGB; places outside of the picture repeat its border. */
export function cropRgb(picture: PlanarPicture, region: CropRegion): Uint8Array {
  const { widthPx, heightPx, leftPx, topPx, pixelPx } = region;
  const { storedWidthPx, storedHeightPx, chromaShift, toStored, toRgb, planes } = picture;
  const [a, b, c, d, e, f] = toStored;
  const chroma = chromaSize(picture);
  const luma = { widthPx: storedWidthPx, heightPx: storedHeightPx };
  const share = 1 / (1 << chromaShift);
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  const weight = 1 / (pixelPx * pixelPx);
  for (let row = 0, to = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++, to += 3) {
      let [y, u, v] = [0, 0, 0];
      for (let k = 0; k < pixelPx * pixelPx; k++) {
        const xSeen = leftPx + column * pixelPx + (k % pixelPx) + 0.5;
        const ySeen = topPx + row * pixelPx + Math.floor(k / pixelPx) + 0.5;
        const x = a * xSeen + b * ySeen + c;
        const yStored = d * xSeen + e * ySeen + f;
        y += sample(planes[0], luma, x, yStored);
        u += sample(planes[1], chroma, x * share, yStored * share);
        v += sample(planes[2], chroma, x * share, yStored * share);
      }
      for (let channel = 0; channel < 3; channel++) {
        const m = 4 * channel;
        rgb[to + channel] = byte((toRgb[m] * y + toRgb[m + 1] * u + toRgb[m + 2] * v) * weight + toRgb[m + 3]);
      }
    }
  }
  return rgb;
}

const byte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** Bilinear; the centre of the first pixel lies at (0.5, 0.5). */
function sample(plane: Uint8Array, { widthPx, heightPx }: SizePx, x: number, y: number): number {
  const across = Math.max(0, Math.min(widthPx - 1, x - 0.5));
  const down = Math.max(0, Math.min(heightPx - 1, y - 0.5));
  const left = Math.min(widthPx - 2, Math.floor(across));
  const top = Math.min(heightPx - 2, Math.floor(down));
  const [u, v] = [across - left, down - top];
  const at = top * widthPx + left;
  const upper = plane[at] * (1 - u) + plane[at + 1] * u;
  const lower = plane[at + widthPx] * (1 - u) + plane[at + widthPx + 1] * u;
  return upper * (1 - v) + lower * v;
}
