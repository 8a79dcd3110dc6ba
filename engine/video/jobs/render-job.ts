import { availableParallelism } from 'node:os';
import type { Frame } from 'node-av/lib';
import type { Drawing } from '../../drawing/drawing.ts';
import { Lettering } from '../../drawing/paint/lettering.ts';
import { Painter } from '../../drawing/paint/painter.ts';
import { Canvas, matrixOf } from '../av/canvas.ts';
import { decodePictures } from '../av/decoder.ts';
import { FilterChain } from '../av/filter-chain.ts';
import { type FrameClock, openWithClock } from '../av/frame-clock.ts';
import { FrameIndexer } from '../av/frame-indexer.ts';
import { H264Writer } from '../av/h264-writer.ts';
import { packedRgb } from '../av/packed-rgb.ts';
import { pictureFilters } from '../av/picture-filters.ts';
import type { JobCounts, RenderJob } from '../protocol.ts';
import { sendMessage, writeFully } from './pipes.ts';

/** One quantiser for all is half the work of a constant rate factor: docs/decisions/0010-annotated-video.md. */
const quality = { qp: 26 };
const x264Params = 'deblock=0,0';
const keyframeEveryS = 2;
const encoderThreads = 2;
const progressEvery = 5;
/** Nearly black: the ink of the overlay. */
const backgroundColour = '0x0b1017';

/** Paints the drawing on the clip's frames and encodes them with their own times; writes one picture to stdout. */
export function runRender(job: RenderJob): JobCounts {
  const { path, limits, drawing, frameStep, thumbnailFrame, fontsPath, outPath } = job;
  const { input, clock } = openWithClock(path, limits);
  const indexer = new FrameIndexer(clock);
  // One more than cores, so that decoding goes on while this thread paints.
  const threads = availableParallelism() + 1;
  const painter = new Painter(drawing, new Lettering(fontsPath));
  const canvas = new Canvas(drawing.size);
  const writer = new H264Writer({
    outPath,
    size: drawing.size,
    timeBase: input.stream.timeBase,
    fps: meanRate(clock) / frameStep,
    keyframeEveryS,
    quality,
    preset: 'ultrafast',
    threads: encoderThreads,
    x264Params,
  });
  const expected = Math.ceil(clock.ticks.length / frameStep);
  let chain: FilterChain | undefined;
  let done = 0;
  let hasThumbnail = false;
  let last: Frame | undefined;
  for (const frame of decodePictures(input, limits.maxPixels, { threads })) {
    const index = indexer.next(frame);
    if (index === null) break;
    if (index % frameStep !== 0) continue;
    chain ??= new FilterChain([
      ...pictureFilters(input.stream, frame, drawing.picture),
      'scale=out_range=tv',
      'format=yuv420p',
      ...background(drawing),
    ]);
    const picture = canvas.take(chain.apply(frame));
    painter.paint(canvas.pixelsOf(picture), index, matrixOf(picture));
    if (!hasThumbnail && index >= thumbnailFrame) {
      writeFully(1, packedRgb(picture));
      hasThumbnail = true;
    }
    writer.write(picture, clock.ticks[index] - clock.ticks[0], durationTicks(clock, index, frameStep));
    last = picture;
    done++;
    if (done % progressEvery === 0) sendMessage({ type: 'progress', done, expected });
  }
  if (last && !hasThumbnail) writeFully(1, packedRgb(last));
  if (done > 0) writer.finish();
  chain?.free();
  canvas.free();
  return { expected, done };
}

/** Room for what is drawn beyond the clip's picture. */
const background = ({ size, picture }: Drawing): string[] =>
  size.heightPx === picture.heightPx && size.widthPx === picture.widthPx
    ? []
    : [`pad=${size.widthPx}:${size.heightPx}:0:0:color=${backgroundColour}`];

function meanRate({ timesS }: FrameClock): number {
  const spanS = timesS.at(-1) ?? 0;
  return spanS > 0 ? (timesS.length - 1) / spanS : 1;
}

/** Until the next frame that is shown; the last one until the clip ends. */
function durationTicks({ ticks }: FrameClock, index: number, step: number): bigint {
  if (index + step < ticks.length) return ticks[index + step] - ticks[index];
  if (ticks.length === 1) return 1n;
  const last = ticks.length - 1;
  return ticks[last] - ticks[index] + ticks[last] - ticks[last - 1];
}
