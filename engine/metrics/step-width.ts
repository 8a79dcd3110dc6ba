import type { BackStep } from '../gait/back/back-gait.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import type { BackClip } from './back-clip.ts';
import { halfWidthOf, meanOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';

/**
 * Distance of the lines on which left and right ankle stand at mid-stance, metres; negative where they cross over. Each step is held
 * against the mean of the one before and the one after, which takes off what the runner drifts meanwhile.
 */
export function stepWidthM(clip: BackClip): Measured {
  const { tracks, steps, metresPerPx, frontal } = clip;
  if (!(metresPerPx > 0)) return withheld('scale_unknown');
  const ankles = {
    left: new CubicSpline(tracks.timesS, tracks.points.left_ankle.xPx),
    right: new CubicSpline(tracks.timesS, tracks.points.right_ankle.xPx),
  };
  const placeM = ({ side, midStanceS }: BackStep): number => ankles[side].valueAt(midStanceS) * metresPerPx;
  const widths = steps.slice(2).flatMap((after, i) => {
    const [before, here] = [steps[i], steps[i + 1]];
    if (before.side !== after.side || before.side === here.side) return [];
    if (after.touchdownS - before.touchdownS > 1.3 * clip.strideS) return [];
    const apart = placeM(here) - (placeM(before) + placeM(after)) / 2;
    return [(here.side === 'right' ? apart : -apart) - frontal.stepWidthExcessM];
  });
  const { value, halfWidth, n, ...rest } = meanOf(widths, frontal.stepWidthUncertaintyM, 2);
  if (value === null || halfWidth === null) return { value, halfWidth, n, ...rest };
  return measured(value, Math.hypot(halfWidth, halfWidthOf(Math.abs(value) * frontal.scaleUncertainty)), n);
}
