import { AVSEEK_FLAG_BACKWARD } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Canvas } from '../av/canvas.ts';
import { decodePictures } from '../av/decoder.ts';
import { FilterChain } from '../av/filter-chain.ts';
import type { FrameClock } from '../av/frame-clock.ts';
import { FrameIndexer } from '../av/frame-indexer.ts';
import type { VideoInput } from '../av/input.ts';
import { pictureFilters } from '../av/picture-filters.ts';

/** Nearly black: the ink of the overlay. */
const backgroundColour = '0x0b1017';

/** Some of a clip's frames, and what decoding may cost. */
export interface PicturesWanted {
  /** From the first to the last one, both included. */
  readonly from: number;
  readonly to: number;
  /** Of these every n-th, counted from the clip's first. */
  readonly step: number;
  readonly maxPixels: number;
  readonly threads: number;
}

/** Frames of a freshly opened clip as pictures to be painted on, of the drawing's size. Each is valid until the next is taken. */
export function* canvasPictures(
  { input, clock }: { readonly input: VideoInput; readonly clock: FrameClock },
  { size, picture }: Pick<Drawing, 'size' | 'picture'>,
  canvas: Canvas,
  { from, to, step, maxPixels, threads }: PicturesWanted,
): Generator<{ readonly index: number; readonly picture: Frame }, void> {
  if (from > 0 && clock.namesFrames) {
    // When this fails, decoding starts at the front, which is only slower.
    input.format.seekFrameSync(input.stream.index, clock.ticks[from], AVSEEK_FLAG_BACKWARD);
  }
  const indexer = new FrameIndexer(clock);
  let chain: FilterChain | undefined;
  try {
    for (const frame of decodePictures(input, maxPixels, { threads })) {
      const index = indexer.next(frame);
      if (index === null || index > to) break;
      if (index < from || index % step !== 0) continue;
      chain ??= new FilterChain([
        ...pictureFilters(input.stream, frame, picture),
        'scale=out_range=tv',
        'format=yuv420p',
        ...(size.heightPx > picture.heightPx || size.widthPx > picture.widthPx
          ? [`pad=${size.widthPx}:${size.heightPx}:0:0:color=${backgroundColour}`]
          : []),
      ]);
      yield { index, picture: canvas.take(chain.apply(frame)) };
    }
  } finally {
    chain?.free();
  }
}
