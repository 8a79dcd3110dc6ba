import { markerCalibration } from '../../../engine/gait/network-calibration.ts';
import { measureClip } from '../../../engine/measure-clip.ts';
import { markerAngles } from '../../../engine/metrics/angle-calibration.ts';
import { toAnalysisBodies } from '../../contract/analysis-bodies.ts';
import { calculatedDataExample } from '../../contract/examples/calculated-data.ts';
import { sideViewExample } from '../../contract/examples/results.ts';
import type { Asked, Outcome } from './emulated-analysis.ts';
import { asClip, filmedHeightM, filmRunner } from './film-runner.ts';
import { frameDataOf } from './frame-data.ts';

/** Synthetic keypoints lie where markers would. */
const habits = { calibration: markerCalibration, angles: markerAngles };

/** A side view of a synthetic runner, or the vendor's documented sample: the code is that of a real clip, from the keypoints on. */
export function emulateSideView(asked: Asked): Outcome {
  const film = filmRunner({ ...asked, view: 'side_view' });
  const measured = measureClip(
    { pose: film.poses, video: film.video },
    { ...asked, heightM: filmedHeightM(asked) },
    habits,
  );
  const analysis = asClip(measured, film, asked);
  const frameData = frameDataOf(analysis, asked.clip.frameCount);
  if (asked.documentedSample) {
    const { biomechanical_analysis: biomechanicalAnalysis } = sideViewExample;
    return { result: { biomechanicalAnalysis, calculatedData: calculatedDataExample }, frameData };
  }
  return { result: toAnalysisBodies(analysis, asked.language), frameData };
}
