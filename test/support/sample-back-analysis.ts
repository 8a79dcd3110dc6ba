import type { BackAnalysis } from '../../engine/analysis.ts';
import type { BackViewMetrics, StanceAngle } from '../../engine/metrics/back-view-metrics.ts';
import { bySide } from '../../engine/metrics/by-side.ts';
import { measured, withheld } from '../../engine/metrics/measured.ts';
import { withheldBackMetrics } from '../../engine/metrics/withheld-back-metrics.ts';
import { scoreBackView } from '../../engine/score/back/score-back-view.ts';
import { sampleAnalysis } from './sample-analysis.ts';
import { stickRunner } from './stick-runner.ts';

const angle = (deg: number): StanceAngle => {
  const value = (offset: number) => measured(deg + offset, 2.1234, 9);
  return { atTouchdown: value(-3), atMidStance: value(0), peak: value(1), mean: value(-0.5), range: value(4) };
};

/** Numbers of a back view: the left pelvis drops too far, the right knee goes in a little, the right foot was not seen. */
export const sampleBackMetrics = (): BackViewMetrics => ({
  ...withheldBackMetrics('too_few_steps'),
  cadenceSpm: measured(168.44, 0.4, 12),
  stepWidthM: measured(0.0612, 0.02, 12),
  contactTimeMs: { left: measured(251.4, 18, 6), right: measured(246.9, 18, 6) },
  stancePercent: bySide(() => measured(35.24, 2.4, 6)),
  pelvicDrop: { left: angle(9), right: angle(3.456) },
  kneeAdduction: { left: angle(0), right: angle(6) },
  hipAdduction: bySide(() => angle(7)),
  rearfoot: {
    left: { ...angle(6), peakTimePercent: measured(42, 11, 6) },
    right: {
      atTouchdown: withheld('keypoints_missing'),
      atMidStance: withheld('keypoints_missing'),
      peak: withheld('keypoints_missing'),
      mean: withheld('keypoints_missing'),
      range: withheld('keypoints_missing'),
      peakTimePercent: withheld('keypoints_missing'),
    },
  },
  pronation: {
    left: { class: 'neutral', probabilities: { supination: 0.04, neutral: 0.9, overpronation: 0.06 } },
    right: { class: null, probabilities: null },
  },
});

/** An analysis of a back view with one side's rearfoot withheld. */
export function sampleBackAnalysis(fullBody = true): BackAnalysis {
  const { video: sideVideo, pose, timeScale } = sampleAnalysis();
  const frameTimesS = Float64Array.from({ length: 24 }, (_, i) => i / 30);
  const video = { ...sideVideo, widthPx: 720, heightPx: 1280, fps: 30, durationS: 0.8, frameTimesS };
  const { tracks } = stickRunner(video);
  const metrics = sampleBackMetrics();
  const series = (deg: number) => new Float64Array(frameTimesS.length).fill(deg);
  return {
    view: 'back',
    video,
    pose: { ...pose, frameCount: 0, widthPx: 720, heightPx: 1280 },
    tracks: { ...tracks, view: 'back' },
    camera: 'treadmill',
    timeScale,
    cutsS: [],
    roll: { rollDeg: measured(0.6, 0.8, 24), levelUncertaintyDeg: 0.5, by: 'lines' },
    gait: {
      steps: [
        { side: 'left', touchdownS: 0.1, midStanceS: 0.2, toeOffS: 0.3, accepted: true },
        { side: 'right', touchdownS: 0.45, midStanceS: 0.55, toeOffS: 0.65, accepted: true },
      ],
      strideS: 0.7,
      strideSeS: 0.01,
      eventUncertaintyS: 0.006,
      running: true,
    },
    pictures: { pelvis: [], feet: [] },
    feet: [],
    metrics,
    frameAngles: {
      pelvicDrop: bySide(() => series(4)),
      kneeAdduction: bySide(() => series(-2)),
      hipAdduction: bySide(() => series(7)),
    },
    score: scoreBackView(metrics, { language: 'en', fullBody }),
  };
}
