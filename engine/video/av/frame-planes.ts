import { AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ420P } from 'node-av/constants';
import { avImageCopyToBuffer, type Frame, type Stream } from 'node-av/lib';
import type { PictureLayout } from '../planar-picture.ts';
import type { SizePx } from '../video.ts';
import { isInterlaced } from './fields.ts';
import { FilterChain } from './filter-chain.ts';
import { coloursOf, toRgbOf } from './frame-colours.ts';
import { pictureFilters, storedFilters } from './picture-filters.ts';
import { isHdr, viewedSize } from './stream-facts.ts';
import { uprightToStored } from './upright.ts';

/** Takes decoded frames as they are where that is possible, and brings them into one shape where it is not. */
export class FramePlanes {
  readonly layout: PictureLayout;
  readonly #isAsStored: (frame: Frame) => boolean;
  /** What gives other frames the shape of the layout. */
  readonly #chain: FilterChain;

  /**
   * @param first A frame of the clip; others may differ from it.
   * @param mostPixels Pixels that a picture may have; a larger one is made smaller.
   */
  constructor(stream: Stream, first: Frame, mostPixels: number) {
    const size = viewedSize(stream, first);
    const isPlain = (frame: Frame): boolean =>
      (frame.format === AV_PIX_FMT_YUV420P || frame.format === AV_PIX_FMT_YUVJ420P) &&
      !isHdr(stream, frame) &&
      !isInterlaced(frame);
    const colours = coloursOf(stream, first);
    const toColours = [`scale=out_color_matrix=${colours.matrix}:out_range=${colours.range}`, 'format=yuv420p'];
    const { width, height, format, colorSpace, colorRange } = first;
    if (isPlain(first) && width * height <= mostPixels) {
      const stored = { widthPx: width, heightPx: height };
      this.layout = {
        widthPx: size.widthPx,
        heightPx: size.heightPx,
        storedWidthPx: width,
        storedHeightPx: height,
        chromaShift: 1,
        toStored: uprightToStored(size.upright, size, stored),
        toRgb: toRgbOf(colours),
      };
      this.#isAsStored = (frame) =>
        frame.format === format &&
        frame.width === width &&
        frame.height === height &&
        frame.colorSpace === colorSpace &&
        frame.colorRange === colorRange &&
        isPlain(frame);
      this.#chain = new FilterChain([...storedFilters(stream, first, stored), ...toColours]);
    } else {
      const smaller = shrink(size, mostPixels);
      this.layout = {
        ...smaller,
        storedWidthPx: smaller.widthPx,
        storedHeightPx: smaller.heightPx,
        chromaShift: 1,
        toStored: [1, 0, 0, 0, 1, 0],
        toRgb: toRgbOf(colours),
      };
      this.#isAsStored = () => false;
      this.#chain = new FilterChain([...pictureFilters(stream, first, smaller), ...toColours]);
    }
  }

  /** Writes a frame's planes one after the other into `target`. The frame may be empty afterwards. */
  copy(frame: Frame, target: Buffer): void {
    const shown = this.#isAsStored(frame) ? frame : this.#chain.apply(frame);
    avImageCopyToBuffer(
      target,
      target.length,
      planesOf(shown),
      shown.linesize,
      AV_PIX_FMT_YUV420P,
      shown.width,
      shown.height,
      1,
    );
  }

  free(): void {
    this.#chain.free();
  }
}

/**
 * Where a frame's planes begin. Buffers of their full length would count as memory that V8 must watch, and it would mark its
 * whole heap every 20 pictures of 1080p for them; FFmpeg reads from where they begin.
 */
function planesOf(frame: Frame): Frame['data'] {
  const { height } = frame;
  frame.height = 2;
  const planes = frame.data;
  frame.height = height;
  return planes;
}

/** The same shape with at most `mostPixels`, both sides even. */
function shrink({ widthPx, heightPx }: SizePx, mostPixels: number): SizePx {
  const scale = Math.min(1, Math.sqrt(mostPixels / (widthPx * heightPx)));
  const even = (length: number) => Math.max(2, 2 * Math.floor((length * scale) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
