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
