import type { Analysis } from '../analysis.ts';
import type { SizePx } from '../video/video.ts';
import { drawAngles } from './angles.ts';
import { AssScript } from './ass-script.ts';
import { drawContacts } from './contacts.ts';
import { Figure } from './figure.ts';
import { drawHeadline, headlineCells } from './headline.ts';
import { layOut } from './layout.ts';
import { drawSkeleton } from './skeleton.ts';
import { styleOf } from './style.ts';
import { Timeline } from './timeline.ts';

/**
 * Everything that is drawn over a clip, as an ASS script whose clock counts frames: skeleton, joint angles, contacts,
 * the clip's numbers, and the timeline of contacts.
 *
 * @param outputSize Size of the annotated video.
 */
export function buildOverlay(
  { video, tracks, gait, metrics }: Pick<Analysis, 'video' | 'tracks' | 'gait' | 'metrics'>,
  outputSize: SizePx,
): string {
  const script = new AssScript(outputSize);
  const figure = new Figure(tracks, outputSize);
  const style = styleOf(figure);
  const cells = headlineCells(metrics);
  const layout = layOut(figure, style, cells.length);
  const timeline = new Timeline(style, layout.timeline, gait, tracks.timesS, video.durationS);
  drawHeadline(script, style, layout.headline, cells, { from: 0, to: tracks.frameCount });
  timeline.drawStrip(script);
  for (let frame = 0; frame < tracks.frameCount; frame++) {
    drawContacts(script, figure, style, gait, frame);
    drawSkeleton(script, figure, style, frame);
    drawAngles(script, figure, style, frame);
    timeline.drawMoment(script, frame);
  }
  return script.toString();
}
