import { markerBackCalibration } from '../../../engine/gait/back/back-calibration.ts';
import { readBackGait } from '../../../engine/gait/back/read-back-gait.ts';
import type { BackViewMetrics } from '../../../engine/metrics/back-view-metrics.ts';
import { markerFrontal } from '../../../engine/metrics/frontal-calibration.ts';
import { measureBackView } from '../../../engine/metrics/measure-back-view.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { backViewTruth } from '../../../fixtures/runner/back-view-truth.ts';
import type { BackViewTruth } from '../../../fixtures/runner/frontal-truth.ts';
import { type BackCondition, filmingFromBehind } from './back-conditions.ts';
import { withDrawnBackRunner } from './back-population.ts';
import { mirrorBackTruth } from './mirror-back-truth.ts';

/** What was measured of one synthetic clip from behind, beside the truth. */
export interface SyntheticBackOutcome {
  readonly condition: BackCondition;
  readonly metrics: BackViewMetrics;
  readonly truth: BackViewTruth;
}

/** Films a runner from behind and measures him: keypoints where the joints are, without a network's habits. */
export function measureBackSynthetic(condition: BackCondition): SyntheticBackOutcome {
  const { seed, fps, noisePx, scene, speedMps, mirrored } = condition;
  const treadmill = scene === 'treadmill';
  const { camera, startS, durationS } = filmingFromBehind(condition);
  const drawn = { seed, speedMps, ground: treadmill ? 'treadmill' : 'overground' } as const;
  const { poses, truth, heightM } = withDrawnBackRunner(drawn, ({ runner, statedHeightM }) => {
    const film = { fps, startS, durationS, noisePx, seed, mirrored, footNoiseFactor: 1.5 };
    return {
      poses: syntheticPoses(runner, camera, film).poses,
      truth: backViewTruth(runner, startS, durationS - 1 / fps),
      heightM: statedHeightM,
    };
  });
  const { level, gait, network, roll } = readBackGait(poses, { treadmill, calibration: markerBackCalibration });
  const { metrics } = measureBackView({
    tracks: level,
    gait,
    heightM,
    network,
    frontal: markerFrontal,
    pelvis: null,
    levelUncertaintyDeg: roll.levelUncertaintyDeg,
  });
  return { condition, metrics, truth: mirrored ? mirrorBackTruth(truth) : truth };
}
