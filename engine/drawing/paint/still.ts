import type { SizePx } from '../../video/video.ts';
import type { YuvPicture } from './blend.ts';
import { cellShift, type Mask } from './mask.ts';

/**
 * Items that stay the same over many frames, painted once. What they make of a picture is linear in it, so that it is
 * known from what they make of black and of white: the sum that is added and the share of the picture that is kept.
 */
export class Still {
  readonly #widthPx: number;
  readonly #cellsPerRow: number;
  readonly #cells: Uint8Array;
  readonly #added: YuvPicture;
  /** 0 to 255; made of what white becomes. */
  readonly #kept: YuvPicture;

  constructor(size: SizePx, mask: Mask) {
    this.#widthPx = size.widthPx;
    this.#cellsPerRow = mask.cellsPerRow;
    this.#cells = new Uint8Array(mask.touched.length);
    this.#added = blank(size);
    this.#kept = blank(size);
  }

  /** @param paint Paints all items, telling after each, before the mask is cleared, what it has touched. */
  make(paint: (picture: YuvPicture, onTouched: (mask: Mask) => void) => void): void {
    this.#cells.fill(0);
    fillPlanes(this.#added, 0);
    fillPlanes(this.#kept, 255);
    paint(this.#added, ({ touched, top, bottom, cellsPerRow }) => {
      for (let cell = top * cellsPerRow; cell < bottom * cellsPerRow; cell++) this.#cells[cell] |= touched[cell];
    });
    paint(this.#kept, () => undefined);
    for (const plane of ['y', 'u', 'v'] as const) {
      const [kept, added] = [this.#kept[plane], this.#added[plane]];
      for (let i = 0; i < kept.length; i++) kept[i] = Math.max(0, kept[i] - added[i]);
    }
  }

  /** Paints the items on a picture. */
  paint(picture: YuvPicture): void {
    const perRow = this.#cellsPerRow;
    const [added, kept] = [this.#added, this.#kept];
    for (let start = 0; start < this.#cells.length; start += perRow) {
      const row = start / perRow;
      for (let cell = 0; cell < perRow; cell++) {
        if (this.#cells[start + cell] === 0) continue;
        const from = cell;
        while (cell < perRow && this.#cells[start + cell] === 1) cell++;
        const left = from << cellShift;
        const count = Math.min(this.#widthPx, cell << cellShift) - left;
        for (const y of [2 * row, 2 * row + 1]) {
          lay(picture.y, y * picture.yStride + left, added.y, kept.y, y * added.yStride + left, count);
        }
        const to = row * picture.chromaStride + left / 2;
        const at = row * added.chromaStride + left / 2;
        lay(picture.u, to, added.u, kept.u, at, count / 2);
        lay(picture.v, to, added.v, kept.v, at, count / 2);
      }
    }
  }
}

function lay(target: Uint8Array, to: number, added: Uint8Array, kept: Uint8Array, at: number, count: number): void {
  for (let i = 0; i < count; i++)
    target[to + i] = added[at + i] + ((target[to + i] * kept[at + i] * 257 + 32768) >> 16);
}

function blank({ widthPx, heightPx }: SizePx): YuvPicture {
  const chroma = (widthPx * heightPx) / 4;
  return {
    y: new Uint8Array(widthPx * heightPx),
    u: new Uint8Array(chroma),
    v: new Uint8Array(chroma),
    yStride: widthPx,
    chromaStride: widthPx / 2,
  };
}

function fillPlanes({ y, u, v }: YuvPicture, value: number): void {
  for (const plane of [y, u, v]) plane.fill(value);
}
