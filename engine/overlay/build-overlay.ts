import type { SideAnalysis } from '../analysis.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { SizePx } from '../video/video.ts';
import { drawAngles } from './angles.ts';
import { drawContacts } from './contacts.ts';
import { Figure } from './figure.ts';
import { drawEachFrame } from './frame-by-frame.ts';
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
  const figure = new Figure(tracks, outputSize);
  const style = styleOf(figure);
  const cells = headlineCells(metrics);
  const layout = layOut(figure, style, cells.length);
  const timeline = new Timeline(style, layout.timeline, gait, tracks.timesS, video.durationS);
  return drawEachFrame({ video, tracks }, outputSize, frameStep, {
    whole: (drawing) => {
      drawHeadline(drawing, style, layout.headline, cells, { from: 0, to: tracks.frameCount });
      timeline.drawStrip(drawing);
    },
    frame: (drawing, frame) => {
      drawContacts(drawing, figure, style, gait, frame);
      drawSkeleton(drawing, figure, style, frame);
      drawAngles(drawing, figure, style, frame);
      timeline.drawMoment(drawing, frame);
    },
  });
}
