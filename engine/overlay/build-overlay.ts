import type { SideAnalysis } from '../analysis.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { SizePx } from '../video/video.ts';
import { angleRows, drawAngles } from './angles.ts';
import { drawFrameByFrame } from './frame-by-frame.ts';
import { headlineCells } from './headline.ts';
import { Landings } from './landings.ts';
import { overlayWordsByLanguage } from './words/by-language.ts';

/** What is shown of an analysis. */
export type ShownSide = Pick<SideAnalysis, 'video' | 'tracks' | 'gait' | 'metrics' | 'ground'> & {
  readonly score: Pick<SideAnalysis['score'], 'language'>;
};

/**
 * Everything that is drawn over a clip: skeleton, joint angles, contacts, how each foot lands, and under the picture the clip's numbers and
 * the timeline of contacts. Where no running is seen, the skeleton alone, and why there are no numbers.
 *
 * @param picture Size of the clip's picture in the annotated video.
 * @param frameSteps The video shows every n-th frame, of each of these numbers; the others get no items of their own.
 */
export function buildOverlay(shown: ShownSide, picture: SizePx, frameSteps: readonly number[] = [1]): Drawing {
  const { video, tracks, gait, metrics, score } = shown;
  const words = overlayWordsByLanguage[score.language];
  const notice = words.notices[metrics.cadenceSpm.reason ?? 'not_running'];
  return drawFrameByFrame(
    { video, tracks, view: 'side', contacts: gait.contacts, cells: headlineCells(metrics, words), notice, words },
    { picture, frameSteps },
    gait.running
      ? (figure, style) => {
          const landings = new Landings(figure, style, words, shown);
          return {
            rows: [...angleRows(figure, words), ...landings.rows()],
            // Behind the runner, so that the way ahead is free.
            preferred: tracks.facing === 1 ? 'left' : 'right',
            draw: (drawing, frame) =>
              new Map([...drawAngles(drawing, figure, style, words, frame), ...landings.draw(drawing, frame)]),
          };
        }
      : null,
  );
}
