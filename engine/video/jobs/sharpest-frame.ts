import type { Frame } from 'node-av/lib';
import type { YuvPicture } from '../../drawing/paint/blend.ts';
import { lumaSharpness } from '../../drawing/paint/sharpness.ts';
import { packedRgb } from '../av/packed-rgb.ts';
import type { TellingFrame } from '../telling-frame.ts';

/** Looks for the sharpest of some frames while they pass, and keeps one picture. */
export class SharpestFrame {
  readonly #waiting: TellingFrame[];
  #best: { sharpness: number; rgb: Buffer | null } | null = null;
  #bestStride: { sharpness: number; stride: NonNullable<TellingFrame['stride']> } | null = null;

  constructor(candidates: readonly TellingFrame[]) {
    this.#waiting = candidates.toSorted((a, b) => a.frame - b.frame);
  }

  /**
   * Looks at a picture before it is painted on. A candidate that could not be decoded is replaced by the next picture.
   *
   * @returns Whether it is the sharpest so far, and is to be kept when it is painted.
   */
  look(index: number, pixels: YuvPicture): boolean {
    let isBest = false;
    while (this.#waiting.length > 0 && this.#waiting[0].frame <= index) {
      const { region, stride } = this.#waiting.shift() as TellingFrame;
      const sharpness = lumaSharpness(pixels, region);
      if (this.#best === null || sharpness > this.#best.sharpness) {
        this.#best = { sharpness, rgb: null };
        isBest = true;
      }
      if (stride !== null && (this.#bestStride === null || sharpness > this.#bestStride.sharpness))
        this.#bestStride = { sharpness, stride };
    }
    return isBest;
  }

  /** Keeps a picture: the sharpest, or one that is better than none. */
  keep(painted: Frame): void {
    this.#best = { sharpness: this.#best?.sharpness ?? -1, rgb: packedRgb(painted) };
  }

  /** The sharpest picture, packed RGB; null where there was none. */
  get rgb(): Buffer | null {
    return this.#best?.rgb ?? null;
  }

  /** The stride that begins with the sharpest picture of those that begin a whole one, which the thumbnail need not be; null where there is none. */
  get stride(): TellingFrame['stride'] {
    return this.#bestStride?.stride ?? null;
  }
}
