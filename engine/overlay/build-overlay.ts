import type { SideAnalysis } from '../analysis.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { SizePx } from '../video/video.ts';
import { drawAngles } from './angles.ts';
import { drawFrameByFrame } from './frame-by-frame.ts';
import { headlineCells } from './headline.ts';

/**
 * Everything that is drawn over a clip: skeleton, joint angles, contacts, the clip's numbers, and the timeline of
 * contacts.
 *
 * @param outputSize Size of the annotated video.
 * @param frameStep The video shows every this many frames; the others get no items of their own.
 */
export const buildOverlay = (
  { video, tracks, gait, metrics }: Pick<SideAnalysis, 'video' | 'tracks' | 'gait' | 'metrics'>,
  outputSize: SizePx,
  frameStep = 1,
): Drawing =>
  drawFrameByFrame(
    { video, tracks, view: 'side', contacts: gait.contacts, cells: headlineCells(metrics) },
    { outputSize, frameStep },
    drawAngles,
  );
