import type { BackAnalysis } from '../../analysis.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { SizePx } from '../../video/video.ts';
import { contactAt } from '../contact-moments.ts';
import { drawFrameByFrame } from '../frame-by-frame.ts';
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
  const contacts = gait.steps;
  return drawFrameByFrame(
    { video, tracks, view: 'back', contacts, cells: backHeadlineCells(metrics) },
    { outputSize, frameStep },
    (drawing, figure, style, frame) => {
      const standing = (['left', 'right'] as const)
        .map((side) => contactAt({ contacts }, side, tracks.timesS[frame]))
        .filter((contact) => contact !== null);
      drawFrontalLines(drawing, figure, style, frontal, standing, frame);
      drawHeelLines(drawing, figure, style, feet, frame);
    },
  );
}
