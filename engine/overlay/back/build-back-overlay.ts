import type { BackAnalysis } from '../../analysis.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { SizePx } from '../../video/video.ts';
import { contactAt } from '../contact-moments.ts';
import { drawContacts } from '../contacts.ts';
import { Figure } from '../figure.ts';
import { drawEachFrame } from '../frame-by-frame.ts';
import { drawHeadline } from '../headline.ts';
import { layOut } from '../layout.ts';
import { drawSkeleton } from '../skeleton.ts';
import { styleOf } from '../style.ts';
import { Timeline } from '../timeline.ts';
import { backHeadlineCells } from './back-headline.ts';
import { drawFrontalLines } from './frontal-lines.ts';
import { drawHeelLines } from './heel-lines.ts';

/** What is shown of an analysis. */
export type ShownBack = Pick<BackAnalysis, 'video' | 'tracks' | 'gait' | 'metrics' | 'roll' | 'frameAngles' | 'feet'>;

/**
 * Everything that is drawn over a clip from behind: skeleton, pelvis line, the standing leg's lines and angles, contacts, the clip's
 * numbers, and the timeline of contacts.
 *
 * @param outputSize Size of the annotated video.
 * @param frameStep The video shows every this many frames; the others get no items of their own.
 */
export function buildBackOverlay(
  { video, tracks, gait, metrics, roll, frameAngles, feet }: ShownBack,
  outputSize: SizePx,
  frameStep = 1,
): Drawing {
  const frontal = { angles: frameAngles, rollDeg: roll.rollDeg.value ?? 0 };
  const stances = { contacts: gait.steps };
  const figure = new Figure(tracks, outputSize, 'back');
  const style = styleOf(figure);
  const cells = backHeadlineCells(metrics);
  const layout = layOut(figure, style, cells.length);
  const timeline = new Timeline(style, layout.timeline, stances, tracks.timesS, video.durationS);
  return drawEachFrame({ video, tracks }, outputSize, frameStep, {
    whole: (drawing) => {
      drawHeadline(drawing, style, layout.headline, cells, { from: 0, to: tracks.frameCount });
      timeline.drawStrip(drawing);
    },
    frame: (drawing, frame) => {
      const timeS = tracks.timesS[frame];
      const standing = (['left', 'right'] as const)
        .map((side) => contactAt(stances, side, timeS))
        .filter((contact) => contact !== null);
      drawContacts(drawing, figure, style, stances, frame);
      drawSkeleton(drawing, figure, style, frame);
      drawFrontalLines(drawing, figure, style, frontal, standing, frame);
      drawHeelLines(drawing, figure, style, feet, frame);
      timeline.drawMoment(drawing, frame);
    },
  });
}
