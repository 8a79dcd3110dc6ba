import type { SizePx } from '../../video/video.ts';
import type { GlyphMask } from './glyph-mask.ts';
import type { RowSink } from './trace-shape.ts';

/** Width of a cell as a power of two; its height is 2, a row of chroma. */
export const cellShift = 5;

/**
 * How much of each pixel one item covers, 0 to 255: the largest of its shapes' shares, so that overlaps do not add up.
 * Made once for a picture's size; whoever paints from it clears what has been touched.
 */
export class Mask implements RowSink {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Entries from a row to the next: whole cells. */
  readonly stride: number;
  readonly fill: Uint8Array;
  /** Fill and outline together, never less than the fill. */
  readonly outer: Uint8Array;
  /** The same, four neighbours as one number. */
  readonly fillWords: Uint32Array;
  readonly outerWords: Uint32Array;
  readonly cellsPerRow: number;
  /** Cells of 32 x 2 pixels in which something may be covered. */
  readonly touched: Uint8Array;
  readonly distances: Float32Array;
  /** Rows of cells from `top` up to, but not including, `bottom` may be touched. */
  top = 0;
  bottom = 0;
  #reach = 0;
  #profile: Uint8Array | null = null;

  constructor({ widthPx, heightPx }: SizePx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.cellsPerRow = ((widthPx - 1) >> cellShift) + 1;
    this.stride = this.cellsPerRow << cellShift;
    this.fill = new Uint8Array(this.stride * heightPx);
    this.outer = new Uint8Array(this.stride * heightPx);
    this.fillWords = new Uint32Array(this.fill.buffer);
    this.outerWords = new Uint32Array(this.outer.buffer);
    this.touched = new Uint8Array(this.cellsPerRow * Math.ceil(heightPx / 2));
    this.distances = new Float32Array(widthPx);
  }

  /** Shapes that follow have sharp edges and an outline of this width. */
  sharp(outlinePx: number): void {
    this.#reach = outlinePx;
    this.#profile = null;
  }

  /** Shapes that follow fade; entry `k` is the cover at `k / 4 - reach` pixels from the edge. */
  faded(profile: Uint8Array, reachPx: number): void {
    this.#reach = reachPx;
    this.#profile = profile;
  }

  row(y: number, left: number, right: number): void {
    if (right <= left) return;
    const start = y * this.stride + left;
    if (this.#profile === null) this.#coverSharply(start, right - left);
    else this.#coverFaded(this.#profile, start, right - left);
    this.#touch(y, left, right);
  }

  solid(y: number, left: number, right: number): void {
    if (right <= left) return;
    const start = y * this.stride;
    this.fill.fill(255, start + left, start + right);
    this.outer.fill(255, start + left, start + right);
    this.#touch(y, left, right);
  }

  /** Adds a letter whose mask's corner comes to lie at a pixel. */
  letter(glyph: GlyphMask, x: number, y: number): void {
    const left = Math.max(0, x);
    const right = Math.min(this.widthPx, x + glyph.widthPx);
    const bottom = Math.min(this.heightPx, y + glyph.heightPx);
    const { fill, outer, stride } = this;
    for (let row = Math.max(0, y); row < bottom && right > left; row++) {
      const from = (row - y) * glyph.widthPx - x;
      const to = row * stride;
      for (let column = left; column < right; column++) {
        const cover = glyph.fill[from + column];
        const outCover = glyph.outer[from + column];
        if (cover > fill[to + column]) fill[to + column] = cover;
        if (outCover > outer[to + column]) outer[to + column] = outCover;
      }
      this.#touch(row, left, right);
    }
  }

  #coverSharply(start: number, count: number): void {
    const { fill, outer, distances } = this;
    const reach = this.#reach;
    for (let i = 0; i < count; i++) {
      const inside = 0.5 - distances[i];
      const out = inside + reach;
      if (out <= 0) continue;
      const outCover = out >= 1 ? 255 : (out * 255 + 0.5) | 0;
      if (outCover > outer[start + i]) outer[start + i] = outCover;
      if (inside <= 0) continue;
      const cover = inside >= 1 ? 255 : (inside * 255 + 0.5) | 0;
      if (cover > fill[start + i]) fill[start + i] = cover;
    }
  }

  #coverFaded(profile: Uint8Array, start: number, count: number): void {
    const { fill, outer, distances } = this;
    const reach = this.#reach;
    for (let i = 0; i < count; i++) {
      const at = Math.max(0, Math.round((distances[i] + reach) * 4));
      const cover = at < profile.length ? profile[at] : 0;
      if (cover > fill[start + i]) fill[start + i] = cover;
      if (cover > outer[start + i]) outer[start + i] = cover;
    }
  }

  #touch(y: number, left: number, right: number): void {
    const row = y >> 1;
    if (this.top === this.bottom) this.top = row;
    this.top = Math.min(this.top, row);
    this.bottom = Math.max(this.bottom, row + 1);
    const start = row * this.cellsPerRow;
    const end = start + ((right - 1) >> cellShift);
    for (let cell = start + (left >> cellShift); cell <= end; cell++) this.touched[cell] = 1;
  }
}
