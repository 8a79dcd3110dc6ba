import type { SizePx } from '../../video/video.ts';
import type { PointPx } from '../shape.ts';
import type { YuvPicture } from './blend.ts';

/** Squares across the disc. So few leave of a face neither features nor their places. */
const squaresAcross = 4;

/** A disc of the picture to be made unrecognisable. */
export interface MosaicDisc {
  readonly at: PointPx;
  readonly radius: number;
}

/** Replaces a disc of the picture by squares of its mean colours. What lies outside of the disc goes into no square. */
export function paintMosaic(picture: YuvPicture, size: SizePx, disc: MosaicDisc): void {
  const side = 2 * Math.max(1, Math.ceil(disc.radius / squaresAcross));
  const { y, u, v, yStride, chromaStride } = picture;
  paintPlane(y, yStride, size.widthPx, size.heightPx, disc, side);
  const half = { at: { x: disc.at.x / 2, y: disc.at.y / 2 }, radius: disc.radius / 2 };
  for (const plane of [u, v]) paintPlane(plane, chromaStride, size.widthPx / 2, size.heightPx / 2, half, side / 2);
}

function paintPlane(
  plane: Uint8Array,
  stride: number,
  width: number,
  height: number,
  { at, radius }: MosaicDisc,
  side: number,
): void {
  const [left, top] = [Math.max(0, Math.floor(at.x - radius)), Math.max(0, Math.floor(at.y - radius))];
  const [right, bottom] = [Math.min(width, Math.ceil(at.x + radius)), Math.min(height, Math.ceil(at.y + radius))];
  const isInside = (x: number, y: number): boolean => (x + 0.5 - at.x) ** 2 + (y + 0.5 - at.y) ** 2 <= radius * radius;
  for (let squareTop = top; squareTop < bottom; squareTop += side)
    for (let squareLeft = left; squareLeft < right; squareLeft += side) {
      const [endX, endY] = [Math.min(right, squareLeft + side), Math.min(bottom, squareTop + side)];
      let [sum, count] = [0, 0];
      for (let y = squareTop; y < endY; y++)
        for (let x = squareLeft; x < endX; x++)
          if (isInside(x, y)) {
            sum += plane[y * stride + x];
            count++;
          }
      const mean = count === 0 ? 0 : Math.round(sum / count);
      for (let y = squareTop; y < endY; y++)
        for (let x = squareLeft; x < endX; x++) if (isInside(x, y)) plane[y * stride + x] = mean;
    }
}
