import type { SizePx } from './video.ts';

/**
 * How a picture lies in memory, and how it is to be seen. The stored picture may lie on its side or have pixels that are not
 * square; what a viewer sees (`widthPx` x `heightPx`) is reached by `toStored`.
 */
export interface PictureLayout extends SizePx {
  readonly storedWidthPx: number;
  readonly storedHeightPx: number;
  /** 1 when the second and third plane have half the columns and rows (4:2:0), 0 when all planes are alike. */
  readonly chromaShift: 0 | 1;
  /**
   * The stored place of a place as seen, both in pixels with the centre of the first one at (0.5, 0.5):
   * `xStored = a x + b y + c`, `yStored = d x + e y + f`, in the order a, b, c, d, e, f.
   */
  readonly toStored: readonly [number, number, number, number, number, number];
  /**
   * Red, green and blue (0 to 255, before clipping) from the planes' bytes p: three rows of four,
   * `r = m0 p0 + m1 p1 + m2 p2 + m3` and so on.
   */
  readonly toRgb: readonly number[];
}

/** A picture of three planes of bytes, rows top down without padding; 4:2:0 planes round odd sides up. */
export interface PlanarPicture extends PictureLayout {
  readonly planes: readonly [Uint8Array, Uint8Array, Uint8Array];
}

/** Columns and rows of the second and third plane. */
export function chromaSize({ storedWidthPx, storedHeightPx, chromaShift }: PictureLayout): SizePx {
  return {
    widthPx: (storedWidthPx + chromaShift) >> chromaShift,
    heightPx: (storedHeightPx + chromaShift) >> chromaShift,
  };
}

/** Bytes of one picture, plane after plane. */
export function bytesPerPicture(layout: PictureLayout): number {
  const chroma = chromaSize(layout);
  return layout.storedWidthPx * layout.storedHeightPx + 2 * chroma.widthPx * chroma.heightPx;
}

/** The planes of a picture that lies in `bytes`, plane after plane. */
export function viewPicture(layout: PictureLayout, bytes: Uint8Array): PlanarPicture {
  const luma = layout.storedWidthPx * layout.storedHeightPx;
  const { widthPx, heightPx } = chromaSize(layout);
  const chroma = widthPx * heightPx;
  return {
    ...layout,
    planes: [
      bytes.subarray(0, luma),
      bytes.subarray(luma, luma + chroma),
      bytes.subarray(luma + chroma, luma + 2 * chroma),
    ],
  };
}

/** The layout of a picture whose planes are red, green and blue. */
export function rgbLayout({ widthPx, heightPx }: SizePx): PictureLayout {
  return {
    widthPx,
    heightPx,
    storedWidthPx: widthPx,
    storedHeightPx: heightPx,
    chromaShift: 0,
    toStored: [1, 0, 0, 0, 1, 0],
    toRgb: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
  };
}

/** Spreads packed 8-bit RGB over three planes that follow one another in `bytes`. */
export function spreadRgb(rgb: Uint8Array, bytes: Uint8Array): void {
  const pixels = rgb.length / 3;
  for (let i = 0; i < pixels; i++) {
    bytes[i] = rgb[3 * i];
    bytes[pixels + i] = rgb[3 * i + 1];
    bytes[2 * pixels + i] = rgb[3 * i + 2];
  }
}

/** A picture from packed 8-bit RGB, rows top down. */
export function rgbPicture({ rgb, ...size }: SizePx & { readonly rgb: Uint8Array }): PlanarPicture {
  const bytes = new Uint8Array(rgb.length);
  spreadRgb(rgb, bytes);
  return viewPicture(rgbLayout(size), bytes);
}
