import type { SizePx } from '../../video/video.ts';
import type { YuvPicture } from './blend.ts';
import { type KeptPlane, layPlane, stretchesOf } from './kept-plane.ts';

/**
 * Items that stay the same over many frames, painted once. What they make of a picture is linear in it, so that it is
 * known from what they make of black and of white: the sum that is added and the share of the picture that is kept.
 */
export class Still {
  readonly #size: SizePx;
  #planes: Readonly<Record<'y' | 'u' | 'v', KeptPlane>> | undefined;

  constructor(size: SizePx) {
    this.#size = size;
  }

  /** @param paint Paints all items. */
  make(paint: (picture: YuvPicture) => void): void {
    const [added, white] = [plain(this.#size, 0), plain(this.#size, 255)];
    paint(added);
    paint(white);
    const planeOf = (name: 'y' | 'u' | 'v', stride: number): KeptPlane => {
      const kept = white[name].map((value, i) => Math.max(0, value - added[name][i]));
      return { added: added[name], kept, stride, stretches: stretchesOf(added[name], kept, stride) };
    };
    const { yStride, chromaStride } = added;
    this.#planes = { y: planeOf('y', yStride), u: planeOf('u', chromaStride), v: planeOf('v', chromaStride) };
  }

  /** Paints the items on a picture. */
  paint({ y, u, v, yStride, chromaStride }: YuvPicture): void {
    if (this.#planes === undefined) return;
    layPlane(y, yStride, this.#planes.y);
    layPlane(u, chromaStride, this.#planes.u);
    layPlane(v, chromaStride, this.#planes.v);
  }
}

/** A picture of one value whose rows are whole numbers of four bytes. */
function plain({ widthPx, heightPx }: SizePx, value: number): YuvPicture {
  const yStride = Math.ceil(widthPx / 8) * 8;
  const chromaStride = yStride / 2;
  const chroma = () => new Uint8Array((chromaStride * heightPx) / 2).fill(value);
  return { y: new Uint8Array(yStride * heightPx).fill(value), u: chroma(), v: chroma(), yStride, chromaStride };
}
