import {
  AV_PIX_FMT_YUV420P,
  AV_PIX_FMT_YUVJ420P,
  AVCOL_RANGE_JPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_BT2020_CL,
  AVCOL_SPC_BT2020_NCL,
  type AVColorSpace,
} from 'node-av/constants';
import { avImageCopyToBuffer, type Frame, type Stream } from 'node-av/lib';
import type { PictureLayout } from '../planar-picture.ts';
import type { SizePx } from '../video.ts';
import { FilterChain } from './filter-chain.ts';
import { pictureFilters } from './picture-filters.ts';
import { isHdr, viewedSize } from './stream-facts.ts';
import { uprightToStored } from './upright.ts';

/** Takes decoded frames as they are where that is possible, and brings them into one shape where it is not. */
export class FramePlanes {
  readonly layout: PictureLayout;
  readonly #stream: Stream;
  readonly #isAsStored: (frame: Frame) => boolean;
  #chain: FilterChain | undefined;

  /**
   * @param first A frame of the clip; others may differ from it.
   * @param mostPixels Pixels that a picture may have; a larger one is made smaller.
   */
  constructor(stream: Stream, first: Frame, mostPixels: number) {
    this.#stream = stream;
    const size = viewedSize(stream, first);
    const isPlain = (frame: Frame): boolean =>
      (frame.format === AV_PIX_FMT_YUV420P || frame.format === AV_PIX_FMT_YUVJ420P) && !isHdr(stream, frame);
    if (isPlain(first) && first.width * first.height <= mostPixels) {
      this.layout = {
        widthPx: size.widthPx,
        heightPx: size.heightPx,
        storedWidthPx: first.width,
        storedHeightPx: first.height,
        chromaShift: 1,
        toStored: uprightToStored(size.upright, size, { widthPx: first.width, heightPx: first.height }),
        toRgb: coloursOf(first),
      };
      const { width, height, colorSpace, colorRange } = first;
      this.#isAsStored = (frame) =>
        isPlain(frame) &&
        frame.width === width &&
        frame.height === height &&
        frame.colorSpace === colorSpace &&
        frame.colorRange === colorRange;
    } else {
      const smaller = shrink(size, mostPixels);
      this.#isAsStored = () => false;
      this.layout = {
        ...smaller,
        storedWidthPx: smaller.widthPx,
        storedHeightPx: smaller.heightPx,
        chromaShift: 1,
        toStored: [1, 0, 0, 0, 1, 0],
        toRgb: coloursOf(this.#filtered(first, smaller)),
      };
    }
  }

  /** Writes a frame's planes one after the other into `target`. */
  copy(frame: Frame, target: Buffer): void {
    const { storedWidthPx, storedHeightPx } = this.layout;
    const shown = this.#isAsStored(frame)
      ? frame
      : this.#filtered(frame, { widthPx: storedWidthPx, heightPx: storedHeightPx });
    avImageCopyToBuffer(
      target,
      target.length,
      shown.data,
      shown.linesize,
      AV_PIX_FMT_YUV420P,
      shown.width,
      shown.height,
      1,
    );
  }

  free(): void {
    this.#chain?.free();
  }

  #filtered(frame: Frame, size: SizePx): Frame {
    this.#chain ??= new FilterChain([...pictureFilters(this.#stream, frame, size), 'format=yuv420p']);
    return this.#chain.apply(frame);
  }
}

/** The same shape with at most `mostPixels`, both sides even. */
function shrink({ widthPx, heightPx }: SizePx, mostPixels: number): SizePx {
  const scale = Math.min(1, Math.sqrt(mostPixels / (widthPx * heightPx)));
  const even = (length: number) => Math.max(2, 2 * Math.floor((length * scale) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}

/** Weights of red and blue in luma (ITU-R BT.709, BT.2020, BT.601; the last is also what nothing said means). */
function lumaWeights(space: AVColorSpace): { readonly red: number; readonly blue: number } {
  if (space === AVCOL_SPC_BT709) return { red: 0.2126, blue: 0.0722 };
  if (space === AVCOL_SPC_BT2020_NCL || space === AVCOL_SPC_BT2020_CL) return { red: 0.2627, blue: 0.0593 };
  return { red: 0.299, blue: 0.114 };
}

/** The matrix of `PictureLayout.toRgb` for a frame's own colours. */
function coloursOf(frame: Frame): number[] {
  const { red, blue } = lumaWeights(frame.colorSpace);
  const green = 1 - red - blue;
  const isFull = frame.colorRange === AVCOL_RANGE_JPEG || frame.format === AV_PIX_FMT_YUVJ420P;
  const [luma, black] = isFull ? [1, 0] : [255 / 219, 16];
  const chroma = isFull ? 1 : 255 / 224;
  const redV = 2 * (1 - red) * chroma;
  const blueU = 2 * (1 - blue) * chroma;
  const greenU = (-blueU * blue) / green;
  const greenV = (-redV * red) / green;
  const row = (u: number, v: number): number[] => [luma, u, v, -luma * black - 128 * (u + v)];
  return [...row(0, redV), ...row(greenU, greenV), ...row(blueU, 0)];
}
