import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { median } from '../signal/robust-statistics.ts';
import { halfWidthOf, meanOf } from './estimate.ts';
import { strikePatternOf } from './foot-strike.ts';
import { footSeries } from './joint-definitions.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { FootLanding } from './side-view-metrics.ts';

/** Part of the stance in which the foot lies flat. */
const flatFrom = 0.3;
const flatTo = 0.55;
const flatSamples = 6;

/** Foot angle and strike of each landing, in order. Withheld where heel or toe are not seen. */
export function footLandings(clip: RunningClip): FootLanding[] {
  const { timesS, hasFeet } = clip.tracks;
  const spline = (side: Side) => new CubicSpline(timesS, footSeries(clip.tracks, side));
  const angles = { left: spline('left'), right: spline('right') };
  return clip.gait.contacts.map(({ side, touchdownS, toeOffS }, i) => {
    const landing = { step: i + 1, side, timeS: touchdownS };
    if (!hasFeet) return { ...landing, footAngleDeg: withheld('keypoints_missing'), pattern: null };
    const share = (k: number): number => flatFrom + ((flatTo - flatFrom) * k) / (flatSamples - 1);
    const lying = Array.from({ length: flatSamples }, (_, k) =>
      angles[side].valueAt(touchdownS + share(k) * (toeOffS - touchdownS)),
    );
    const angle = angles[side].valueAt(touchdownS) - median(lying);
    if (!Number.isFinite(angle)) return { ...landing, footAngleDeg: withheld('keypoints_missing'), pattern: null };
    return {
      ...landing,
      footAngleDeg: measured(angle, halfWidthOf(clip.angles.footDeg), 1),
      pattern: strikePatternOf(angle),
    };
  });
}

/** Mean foot angle at touchdown, degrees, toes up positive. */
export const footAngleDeg = (clip: RunningClip, landings: readonly FootLanding[]): Measured =>
  meanOf(
    landings.map((landing) => landing.footAngleDeg.value ?? Number.NaN),
    clip.angles.footDeg,
  );
