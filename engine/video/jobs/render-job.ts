import { decodePictures } from '../av/decoder.ts';
import { FilterChain } from '../av/filter-chain.ts';
import { filterValue } from '../av/filter-text.ts';
import { type FrameClock, openWithClock } from '../av/frame-clock.ts';
import { FrameIndexer } from '../av/frame-indexer.ts';
import { H264Writer } from '../av/h264-writer.ts';
import { pictureFilters } from '../av/picture-filters.ts';
import type { JobCounts, RenderJob } from '../protocol.ts';
import { sendMessage } from './pipes.ts';

const crf = 23;
const progressEvery = 5;

/** Draws the overlay on every frame and encodes the result with the clip's own frame times. */
export function runRender({ path, size, limits, overlayPath, fontsPath, outPath }: RenderJob): JobCounts {
  // The overlay's fonts come with the project; the machine's own are neither needed nor searched.
  process.env.FONTCONFIG_FILE = '';
  const { input, clock } = openWithClock(path, limits);
  const indexer = new FrameIndexer(clock);
  const expected = clock.ticks.length;
  const writer = new H264Writer({
    outPath,
    size,
    timeBase: input.stream.timeBase,
    fps: meanRate(clock),
    crf,
    preset: 'veryfast',
  });
  const overlay = `ass=filename=${filterValue(overlayPath)}:fontsdir=${filterValue(fontsPath)}`;
  let chain: FilterChain | undefined;
  let done = 0;
  for (const frame of decodePictures(input, limits.maxPixels)) {
    const index = indexer.next(frame);
    if (index === null) break;
    chain ??= new FilterChain([
      ...pictureFilters(input.stream, frame, size),
      'scale=out_range=tv',
      'format=yuv420p',
      overlay,
    ]);
    // Ticks of 1/20 s: the middle of the frame's tenth of a second in the script.
    frame.pts = BigInt(2 * index + 1);
    const start = clock.ticks[index] - clock.ticks[0];
    writer.write(chain.apply(frame), start, durationTicks(clock, index));
    done++;
    if (done % progressEvery === 0) sendMessage({ type: 'progress', done, expected });
  }
  if (done > 0) writer.finish();
  chain?.free();
  return { expected, done };
}

function meanRate({ timesS }: FrameClock): number {
  const spanS = timesS.at(-1) ?? 0;
  return spanS > 0 ? (timesS.length - 1) / spanS : 1;
}

/** Until the next frame; the last is shown as long as the one before it. */
function durationTicks({ ticks }: FrameClock, index: number): bigint {
  if (ticks.length === 1) return 1n;
  const from = Math.min(index, ticks.length - 2);
  return ticks[from + 1] - ticks[from];
}
