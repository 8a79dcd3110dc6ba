import { AV_PIX_FMT_YUV420P, AVCOL_SPC_BT709, AVCOL_SPC_BT2020_CL, AVCOL_SPC_BT2020_NCL } from 'node-av/constants';
import { Frame } from 'node-av/lib';
import type { YuvPicture } from '../../drawing/paint/blend.ts';
import type { YuvMatrix } from '../../drawing/paint/yuv.ts';
import type { SizePx } from '../video.ts';
import { checked } from './checked.ts';

/** Makes pictures (yuv420p) ones that may be painted on: a decoder still needs many of those that it gives away. */
export class Canvas {
  readonly #own = new Frame();
  #pixels: YuvPicture | undefined;

  constructor({ widthPx, heightPx }: SizePx) {
    this.#own.alloc();
    this.#own.format = AV_PIX_FMT_YUV420P;
    this.#own.width = widthPx;
    this.#own.height = heightPx;
    checked(this.#own.getBuffer(0), 'making a picture');
  }

  /** The picture itself when nobody else needs it, else a copy, valid until the next call. */
  take(picture: Frame): Frame {
    // A flipped picture runs backwards through its memory.
    if (picture.isWritable && picture.linesize.every((stride) => stride >= 0)) return picture;
    if (!this.#own.isWritable) {
      checked(this.#own.makeWritable(), 'making a picture');
      this.#pixels = undefined;
    }
    checked(this.#own.copyProps(picture), 'copying a picture');
    checked(this.#own.copy(picture), 'copying a picture');
    return this.#own;
  }

  /** The memory of what {@link take} has returned, valid until it is called again. */
  pixelsOf(picture: Frame): YuvPicture {
    if (picture !== this.#own) return memoryOf(picture);
    // Each answer of the frame is a new object that the garbage collector counts as megabytes.
    this.#pixels ??= memoryOf(picture);
    return this.#pixels;
  }

  free(): void {
    this.#own.free();
  }
}

function memoryOf({ data, linesize }: Frame): YuvPicture {
  const [y, u, v] = data as readonly Uint8Array[];
  return { y, u, v, yStride: linesize[0], chromaStride: linesize[1] };
}

/** FFmpeg takes untagged pictures for BT.601. */
export function matrixOf({ colorSpace }: Frame): YuvMatrix {
  const isHd = [AVCOL_SPC_BT709, AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL].some((space) => space === colorSpace);
  return isHd ? 'bt709' : 'bt601';
}
