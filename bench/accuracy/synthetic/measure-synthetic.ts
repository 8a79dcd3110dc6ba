import type { SideViewMetrics } from '../../../engine/metrics/side-view-metrics.ts';
import { footPointsOf } from '../../../fixtures/keypoints/foot-points.ts';
import { type SyntheticPoses, syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import type { TruthOf } from '../../../fixtures/runner/truth.ts';
import { measureMarkers, type ToldOfClip } from '../measure-markers.ts';
import { type Condition, filming } from './conditions.ts';
import { withDrawnRunner } from './population.ts';

/** A filmed runner's keypoints, and what is told of the clip. */
export interface SyntheticClip {
  readonly film: SyntheticPoses;
  readonly told: ToldOfClip;
}

/** What was measured of one synthetic clip, beside the truth. */
export interface SyntheticOutcome {
  readonly condition: Condition;
  readonly metrics: SideViewMetrics;
  readonly truth: TruthOf<SideViewMetrics>;
}

/** Films a runner. The same condition gives the same keypoints. */
export function filmSynthetic(condition: Condition): SyntheticClip {
  const { seed, speedMps, scene, paceTold } = condition;
  const { fps, noisePx, mirrored, dropFraction, swapFraction, swapRunFrames } = condition;
  const { camera, startS, durationS } = filming(condition);
  const treadmill = scene === 'treadmill';
  return withDrawnRunner({ seed, speedMps, ground: treadmill ? 'treadmill' : 'overground' }, (drawn) => ({
    film: syntheticPoses(drawn.runner, camera, {
      fps,
      startS,
      durationS,
      noisePx,
      seed,
      mirrored,
      dropFraction,
      swapFraction,
      swapRunFrames,
      farNoiseFactor: 1.5,
    }),
    told: {
      heightM: drawn.statedHeightM,
      treadmill,
      paceSPerKm: paceTold ? 1000 / speedMps : null,
      footPoints: footPointsOf(drawn.statedHeightM),
    },
  }));
}

/** Films a runner and measures him. */
export function measureSynthetic(condition: Condition): SyntheticOutcome {
  const { film, told } = filmSynthetic(condition);
  return { condition, metrics: measureMarkers(film.poses, told).metrics, truth: film.truth.metrics };
}
