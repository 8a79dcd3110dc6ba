import type { Analysis } from '../analysis.ts';
import { type Drawing, DrawingBuilder } from '../drawing/drawing.ts';
import type { Gait } from '../gait/contact.ts';
import { nearestFrame } from '../video/nearest-frame.ts';
import type { SizePx } from '../video/video.ts';
import { drawContacts } from './contacts.ts';
import { Figure } from './figure.ts';
import { type Cell, drawHeadline } from './headline.ts';
import { layOut } from './layout.ts';
import { drawSkeleton } from './skeleton.ts';
import { type Style, styleOf } from './style.ts';
import { Timeline } from './timeline.ts';

/** What is shown of every clip. */
export interface ShownClip extends Pick<Analysis, 'video' | 'tracks' | 'view'> {
  readonly contacts: Gait['contacts'];
  /** The headline's numbers. */
  readonly cells: readonly Cell[];
}

/** How large the drawing is, and of how many frames one is shown: the others get no items of their own. */
export interface DrawingOptions {
  readonly outputSize: SizePx;
  readonly frameStep: number;
}

/** Draws what a view alone shows of one frame of the tracks. */
export type DrawFrame = (drawing: DrawingBuilder, figure: Figure, style: Style, frame: number) => void;

/** Draws a clip: headline and timeline, and in each frame contacts, skeleton and what its view adds. */
export function drawFrameByFrame(
  { video, tracks, view, contacts, cells }: ShownClip,
  { outputSize, frameStep }: DrawingOptions,
  drawFrame: DrawFrame,
): Drawing {
  const moment = { read: -1, shown: -1 };
  const drawing = new DrawingBuilder(outputSize, ({ from, to }) =>
    from === moment.read && to === from + 1
      ? { from: moment.shown, to: moment.shown + 1 }
      : { from: clipFrame(video, tracks, from), to: clipFrame(video, tracks, to) },
  );
  const figure = new Figure(tracks, outputSize, view);
  const style = styleOf(figure);
  const layout = layOut(figure, style, cells.length);
  const timeline = new Timeline(style, layout.timeline, { contacts }, tracks.timesS, video.durationS);
  drawHeadline(drawing, style, layout.headline, cells, { from: 0, to: tracks.frameCount });
  timeline.drawStrip(drawing);
  for (let shown = 0; shown < video.frameTimesS.length; shown += frameStep) {
    const frame = nearestFrame(tracks.timesS, video.frameTimesS[shown]);
    moment.read = frame;
    moment.shown = shown;
    drawContacts(drawing, figure, style, { contacts }, frame);
    drawSkeleton(drawing, figure, style, frame);
    drawFrame(drawing, figure, style, frame);
    timeline.drawMoment(drawing, frame);
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
