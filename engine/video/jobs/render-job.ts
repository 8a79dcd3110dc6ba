import { availableParallelism } from 'node:os';
import { Lettering } from '../../drawing/paint/lettering.ts';
import { Painter } from '../../drawing/paint/painter.ts';
import { Canvas, matrixOf } from '../av/canvas.ts';
import { type FrameClock, openWithClock } from '../av/frame-clock.ts';
import { H264Writer } from '../av/h264-writer.ts';
import type { JobCounts, RenderJob } from '../protocol.ts';
import type { TellingFrame } from '../telling-frame.ts';
import { canvasPictures } from './canvas-pictures.ts';
import { sendMessage, writeFully } from './pipes.ts';
import { SharpestFrame } from './sharpest-frame.ts';

/** One quantiser for all is half the work of a constant rate factor: docs/decisions/0010-annotated-video.md. */
const quality = { qp: 26 };
const x264Params = 'deblock=0,0';
const keyframeEveryS = 2;
const encoderThreads = 2;
const progressEvery = 5;

/**
 * Paints the drawing on the clip's frames and encodes them with their own times, and, when asked, the sharpest stride once more, slowly.
 * Writes one picture to stdout: the sharpest of those that may be the thumbnail.
 */
export function runRender(job: RenderJob): JobCounts {
  const { path, limits, drawing, frameStep, tellingFrames, slowMotion, fontsPath, outPath } = job;
  const { maxPixels } = limits;
  const opened = openWithClock(path, limits);
  const { input, clock } = opened;
  // One more than cores, so that decoding goes on while this thread paints.
  const threads = availableParallelism() + 1;
  const lettering = new Lettering(fontsPath, drawing.script);
  const painter = new Painter(drawing, lettering);
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
  const end = clock.ticks.length - 1;
  const own = Math.ceil(clock.ticks.length / frameStep);
  // Before the sharpest stride is known, the longest of those that it may be.
  let expected = own + (slowMotion === null ? 0 : longestOf(tellingFrames, slowMotion.frameStep));
  const sharpest = new SharpestFrame(tellingFrames);
  let done = 0;
  const all = { from: 0, to: end, step: frameStep, maxPixels, threads };
  for (const { index, picture } of canvasPictures(opened, drawing, canvas, all)) {
    const pixels = canvas.pixelsOf(picture);
    const isSharpest = sharpest.look(index, pixels);
    painter.paint(pixels, index, matrixOf(picture));
    // Without any of the telling frames, the first picture has to do.
    if (isSharpest || done === 0) sharpest.keep(picture);
    writer.write(picture, clock.ticks[index] - clock.ticks[0], durationTicks(clock, index, frameStep));
    done++;
    if (done % progressEvery === 0) sendMessage({ type: 'progress', done, expected });
  }
  if (sharpest.rgb) writeFully(1, sharpest.rgb);

  const { stride } = sharpest;
  if (slowMotion !== null && stride !== null && done > 0) {
    const badge = new Painter(slowMotion.drawing, lettering);
    const { factor, frameStep: step } = slowMotion;
    const wanted = { ...stride, step, maxPixels, threads };
    const startTicks = clock.ticks[end] - clock.ticks[0] + durationTicks(clock, end, 1);
    const slowly = BigInt(factor);
    expected = own + shownOf(stride, step);
    let shown = done;
    let first: bigint | null = null;
    for (const { index, picture } of canvasPictures(openWithClock(path, limits), drawing, canvas, wanted)) {
      const pixels = canvas.pixelsOf(picture);
      painter.paint(pixels, index, matrixOf(picture));
      badge.paint(pixels, 0, matrixOf(picture));
      first ??= clock.ticks[index];
      writer.write(
        picture,
        startTicks + slowly * (clock.ticks[index] - first),
        slowly * durationTicks(clock, index, step),
      );
      shown++;
      if (shown % progressEvery === 0) sendMessage({ type: 'progress', done: shown, expected });
    }
  }
  if (done > 0) writer.finish();
  canvas.free();
  return { expected: own, done };
}

/** How many frames of a stride the slow motion shows. */
const shownOf = ({ from, to }: NonNullable<TellingFrame['stride']>, step: number): number =>
  Math.floor((to - from) / step) + 1;

const longestOf = (frames: readonly TellingFrame[], step: number): number =>
  Math.max(0, ...frames.map(({ stride }) => (stride === null ? 0 : shownOf(stride, step))));

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
