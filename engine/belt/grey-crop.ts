import type { FrameCrop } from '../video/protocol.ts';

/** A piece of a picture in shades of grey, rows top down. */
export interface GreyCrop {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 to 255. */
  readonly grey: Uint8Array;
  /** Where its upper left corner lies in the whole picture, in its own pixels: those of the picture over `pixelPx`. */
  readonly left: number;
  readonly top: number;
}

/** Shades of a crop that was read as packed 8-bit RGB. */
export function greyCrop({ leftPx, topPx, widthPx, heightPx, pixelPx }: FrameCrop, rgb: Uint8Array): GreyCrop {
  const grey = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < grey.length; i++) grey[i] = (rgb[3 * i] + 2 * rgb[3 * i + 1] + rgb[3 * i + 2] + 2) >> 2;
  return { widthPx, heightPx, grey, left: leftPx / pixelPx, top: topPx / pixelPx };
}
