import type { SideViewMetrics } from '../../../engine/metrics/side-view-metrics.ts';
import { type SyntheticPoses, syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { keypointHeight } from '../../../fixtures/runner/foot-keypoints.ts';
import { segmentLengths } from '../../../fixtures/runner/segment-lengths.ts';
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

/**
 * Heel and toe lie on the upper of the shoe, nearer to the sole than markers, so that they have come less far when the foot leaves: the heel's height is the
 * figure's own, the ways are means over the clips without noise of the development half at true toe-off.
 */
const footPointsOf = (heightM: number): NonNullable<ToldOfClip['footPoints']> => ({
  heelHeightM: keypointHeight * segmentLengths(heightM).ballToToe,
  toeRiseM: 0.016,
  toeSlideM: 0.022,
  heelRiseM: 0.129,
});

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
