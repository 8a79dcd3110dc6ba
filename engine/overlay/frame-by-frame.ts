import type { Analysis } from '../analysis.ts';
import { type Drawing, DrawingBuilder } from '../drawing/drawing.ts';
import type { SizePx } from '../video/video.ts';
import { nearestFrame } from './contact-moments.ts';

/** What draws over a clip; frames are those of the tracks. */
export interface ClipPainter {
  /** What stands over many frames. */
  whole(drawing: DrawingBuilder): void;
  /** What belongs to one frame. */
  frame(drawing: DrawingBuilder, frame: number): void;
}

/** Draws a clip's frames, every `frameStep`th of them, each by the nearest frame of the tracks. */
export function drawEachFrame(
  { video, tracks }: Pick<Analysis, 'video' | 'tracks'>,
  outputSize: SizePx,
  frameStep: number,
  painter: ClipPainter,
): Drawing {
  const moment = { read: -1, shown: -1 };
  const drawing = new DrawingBuilder(outputSize, ({ from, to }) =>
    from === moment.read && to === from + 1
      ? { from: moment.shown, to: moment.shown + 1 }
      : { from: clipFrame(video, tracks, from), to: clipFrame(video, tracks, to) },
  );
  painter.whole(drawing);
  for (let shown = 0; shown < video.frameTimesS.length; shown += frameStep) {
    const frame = nearestFrame(tracks.timesS, video.frameTimesS[shown]);
    moment.read = frame;
    moment.shown = shown;
    painter.frame(drawing, frame);
  }
  return drawing.build();
}

/** The clip's frame at which a frame of the tracks was taken: not every frame can be decoded, nor is each one read. */
function clipFrame(
  { frameTimesS }: Analysis['video'],
  { timesS, frameCount }: Analysis['tracks'],
  frame: number,
): number {
  return frame < frameCount ? nearestFrame(frameTimesS, timesS[frame]) : frameTimesS.length;
}
