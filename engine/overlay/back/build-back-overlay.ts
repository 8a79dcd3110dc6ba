import type { BackAnalysis } from '../../analysis.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { SizePx } from '../../video/video.ts';
import { contactAt } from '../contact-moments.ts';
import { drawFrameByFrame } from '../frame-by-frame.ts';
import { overlayWordsByLanguage } from '../words/by-language.ts';
import { backHeadlineCells } from './back-headline.ts';
import { FrontalLabels } from './frontal-labels.ts';
import { drawFrontalLines } from './frontal-lines.ts';
import { drawHeelLines } from './heel-lines.ts';

/** What is shown of an analysis. */
export type ShownBack = Pick<
  BackAnalysis,
  'video' | 'tracks' | 'gait' | 'metrics' | 'roll' | 'frameAngles' | 'feet'
> & {
  readonly score: Pick<BackAnalysis['score'], 'language'>;
};

/**
 * Everything that is drawn over a clip from behind: skeleton, pelvis line, the standing leg's lines and angles, contacts, and under the
 * picture the clip's numbers and the timeline of contacts.
 *
 * @param picture Size of the clip's picture in the annotated video.
 * @param frameSteps The video shows every n-th frame, of each of these numbers; the others get no items of their own.
 */
export function buildBackOverlay(shown: ShownBack, picture: SizePx, frameSteps: readonly number[] = [1]): Drawing {
  const { video, tracks, gait, metrics, roll, frameAngles, feet, score } = shown;
  const words = overlayWordsByLanguage[score.language];
  const frontal = { angles: frameAngles, rollDeg: roll.rollDeg.value ?? 0 };
  const contacts = gait.steps;
  const notice = words.notices[metrics.cadenceSpm.reason ?? 'not_running'];
  return drawFrameByFrame(
    { video, tracks, view: 'back', contacts, cells: backHeadlineCells(metrics, words), notice, words },
    { picture, frameSteps },
    gait.running
      ? (figure, style) => {
          const labels = new FrontalLabels(figure, shown, words);
          return {
            rows: labels.rows(),
            preferred: figure.outwards('left', 0) === 1 ? 'right' : 'left',
            draw: (drawing, frame) => {
              const standing = (['left', 'right'] as const)
                .map((side) => contactAt({ contacts }, side, tracks.timesS[frame]))
                .filter((contact) => contact !== null);
              drawFrontalLines(drawing, figure, style, frontal, standing, frame);
              drawHeelLines(drawing, figure, style, feet, frame);
              return labels.textsAt(frame);
            },
          };
        }
      : null,
  );
}
