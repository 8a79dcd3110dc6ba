/** A piece of a picture, packed 8-bit RGB, rows top down. */
export interface RgbCrop {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
  /** Where its upper left corner lies in the whole picture, pixels of that. */
  readonly leftPx: number;
  readonly topPx: number;
  /** Pixels of the whole picture that one of its pixels is wide. */
  readonly pixelPx: number;
}

/** The same piece with half as many pixels across and down, each the mean of four. */
export function halved(crop: RgbCrop): RgbCrop {
  const widthPx = crop.widthPx >> 1;
  const heightPx = crop.heightPx >> 1;
  const rgb = new Uint8Array(3 * widthPx * heightPx);
  for (let row = 0, to = 0; row < heightPx; row++) {
    let from = 6 * row * crop.widthPx;
    for (let column = 0; column < widthPx; column++, from += 6) {
      const below = from + 3 * crop.widthPx;
      for (let c = 0; c < 3; c++, to++) {
        rgb[to] =
          (crop.rgb[from + c] + crop.rgb[from + 3 + c] + crop.rgb[below + c] + crop.rgb[below + 3 + c] + 2) >> 2;
      }
    }
  }
  return { ...crop, widthPx, heightPx, rgb, pixelPx: 2 * crop.pixelPx };
}
