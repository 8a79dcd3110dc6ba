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

/** Keeps a share of each byte and adds to it. Four neighbours of which the same share is kept are one number. */
function lay(target: Uint8Array, to: number, added: Uint8Array, kept: Uint8Array, at: number, count: number): void {
  const start = target.byteOffset + to;
  if (start % 4 !== 0 || at % 4 !== 0 || count % 4 !== 0) {
    layBytes(target, to, added, kept, at, count);
    return;
  }
  const words = new Uint32Array(target.buffer, start, count / 4);
  const addedWords = new Uint32Array(added.buffer, added.byteOffset + at, count / 4);
  const keptWords = new Uint32Array(kept.buffer, kept.byteOffset + at, count / 4);
  for (let i = 0; i < words.length; i++) {
    const keptWord = keptWords[i];
    const one = keptWord & 255;
    if (keptWord !== Math.imul(one, 0x01010101) >>> 0) {
      layBytes(target, to + 4 * i, added, kept, at + 4 * i, 4);
      continue;
    }
    // 255 means all; two bytes at a time have room for their products.
    const share = one + (one >> 7);
    const word = words[i];
    const even = ((Math.imul(word & 0x00ff00ff, share) + 0x00800080) >>> 8) & 0x00ff00ff;
    const odd = (Math.imul((word >>> 8) & 0x00ff00ff, share) + 0x00800080) & 0xff00ff00;
    words[i] = (even | odd) + addedWords[i];
  }
}

function layBytes(
  target: Uint8Array,
  to: number,
  added: Uint8Array,
  kept: Uint8Array,
  at: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const share = kept[at + i] + (kept[at + i] >> 7);
    target[to + i] = added[at + i] + ((target[to + i] * share + 128) >> 8);
  }
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
