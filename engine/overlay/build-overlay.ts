import type { SideAnalysis } from '../analysis.ts';
import { type Drawing, DrawingBuilder } from '../drawing/drawing.ts';
import type { SizePx } from '../video/video.ts';
import { drawAngles } from './angles.ts';
import { nearestFrame } from './contact-moments.ts';
import { drawContacts } from './contacts.ts';
import { Figure } from './figure.ts';
import { drawHeadline, headlineCells } from './headline.ts';
import { layOut } from './layout.ts';
import { drawSkeleton } from './skeleton.ts';
import { styleOf } from './style.ts';
import { Timeline } from './timeline.ts';

/**
 * Everything that is drawn over a clip: skeleton, joint angles, contacts, the clip's numbers, and the timeline of
 * contacts.
 *
 * @param outputSize Size of the annotated video.
 * @param frameStep The video shows every this many frames; the others get no items of their own.
 */
export function buildOverlay(
  { video, tracks, gait, metrics }: Pick<SideAnalysis, 'video' | 'tracks' | 'gait' | 'metrics'>,
  outputSize: SizePx,
  frameStep = 1,
): Drawing {
  const moment = { read: -1, shown: -1 };
  const drawing = new DrawingBuilder(outputSize, ({ from, to }) =>
    from === moment.read && to === from + 1
      ? { from: moment.shown, to: moment.shown + 1 }
      : { from: clipFrame(video, tracks, from), to: clipFrame(video, tracks, to) },
  );
  const figure = new Figure(tracks, outputSize);
  const style = styleOf(figure);
  const cells = headlineCells(metrics);
  const layout = layOut(figure, style, cells.length);
  const timeline = new Timeline(style, layout.timeline, gait, tracks.timesS, video.durationS);
  drawHeadline(drawing, style, layout.headline, cells, { from: 0, to: tracks.frameCount });
  timeline.drawStrip(drawing);
  for (let shown = 0; shown < video.frameTimesS.length; shown += frameStep) {
    const frame = nearestFrame(tracks.timesS, video.frameTimesS[shown]);
    moment.read = frame;
    moment.shown = shown;
    drawContacts(drawing, figure, style, gait, frame);
    drawSkeleton(drawing, figure, style, frame);
    drawAngles(drawing, figure, style, frame);
    timeline.drawMoment(drawing, frame);
  }
  return drawing.build();
}

/** The clip's frame at which a frame of the tracks was taken: not every frame can be decoded, nor is each one read. */
function clipFrame(
  { frameTimesS }: SideAnalysis['video'],
  { timesS, frameCount }: SideAnalysis['tracks'],
  frame: number,
): number {
  return frame < frameCount ? nearestFrame(frameTimesS, timesS[frame]) : frameTimesS.length;
}
