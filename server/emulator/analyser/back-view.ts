import type { BackAnalysis } from '../../../engine/analysis.ts';
import { markerBackCalibration } from '../../../engine/gait/back/back-calibration.ts';
import { measureBackClip, readBackClip } from '../../../engine/measure-back-clip.ts';
import { bySide } from '../../../engine/metrics/by-side.ts';
import { markerFrontal } from '../../../engine/metrics/frontal-calibration.ts';
import { type Measured, measured } from '../../../engine/metrics/measured.ts';
import { pronationOf } from '../../../engine/metrics/pronation.ts';
import { scoreBackView } from '../../../engine/score/back/score-back-view.ts';
import { backViewTruth } from '../../../fixtures/runner/back-view-truth.ts';
import { toAnalysisBodies } from '../../contract/analysis-bodies.ts';
import type { Asked, Outcome } from './emulated-analysis.ts';
import { asClip, type Film, filmedHeightM, filmRunner } from './film-runner.ts';
import { frameDataOf } from './frame-data.ts';

/** Synthetic keypoints lie where markers would. */
const habits = { calibration: markerBackCalibration, frontal: markerFrontal };
/** Half widths of heels that were seen well. */
const heelDeg = 3;
const peakTimePercent = 10;

/** A back view of a synthetic runner: the code is that of a real clip, from the keypoints on. */
export function emulateBackView(asked: Asked): Outcome {
  const film = filmRunner({ ...asked, view: 'back_view' });
  const clip = { pose: film.poses, video: film.video };
  const request = { ...asked, heightM: filmedHeightM(asked) };
  const read = readBackClip(clip, asked, habits);
  const analysis = measureBackClip(clip, read, { pelvis: [], feet: [] }, request, habits);
  const seen = asClip(withHeels(analysis, film, asked), film, asked);
  return { result: toAnalysisBodies(seen, asked.language), frameData: frameDataOf(seen, asked.clip.frameCount) };
}

/** There is no picture in which to find the heels: their angles are the runner's own, as if they had been seen well. */
function withHeels(
  analysis: BackAnalysis,
  { runner, video }: Film,
  { language, fullBody }: Pick<Asked, 'language' | 'fullBody'>,
): BackAnalysis {
  if (!analysis.gait.running) return analysis;
  const { sides } = backViewTruth(runner, 0, video.durationS);
  const steps = (side: string): number => analysis.gait.steps.filter((step) => step.side === side).length;
  const rearfoot = bySide((side) => {
    const { atTouchdown, atMidStance, peak, mean, range, ...when } = sides[side].rearfoot;
    const deg = (value: number): Measured => measured(value, heelDeg, steps(side));
    return {
      atTouchdown: deg(atTouchdown),
      atMidStance: deg(atMidStance),
      peak: deg(peak),
      mean: deg(mean),
      range: deg(range),
      peakTimePercent: measured(when.peakTimePercent, peakTimePercent, steps(side)),
    };
  });
  const pronation = bySide((side) => pronationOf(rearfoot[side].peak));
  const metrics = { ...analysis.metrics, rearfoot, pronation };
  return { ...analysis, metrics, score: scoreBackView(metrics, { language, fullBody }) };
}
