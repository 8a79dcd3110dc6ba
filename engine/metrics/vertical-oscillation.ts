import { denseTimes } from '../gait/leg-path.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { median } from '../signal/robust-statistics.ts';
import { midHip } from '../tracks/mid-hip.ts';
import { halfWidthOf, meanOf } from './estimate.ts';
import { type Measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Standard uncertainty that the network's drawing of the hips adds, metres. */
const drawingM = 0.008;

/** Highest less lowest place of a run of samples after the straight line between its ends is taken off. */
function swing(heights: Float64Array): number {
  const last = heights.length - 1;
  const rise = (heights[last] - heights[0]) / last;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= last; i++) {
    const level = heights[i] - rise * i;
    if (Number.isNaN(level)) return Number.NaN;
    low = Math.min(low, level);
    high = Math.max(high, level);
  }
  return high - low;
}

/** Rise and fall of the middle of the hips in a step, metres: median over the steps. */
export function verticalOscillationM(clip: RunningClip): Measured {
  if (!(clip.metresPerPx > 0)) return withheld('scale_unknown');
  const timesS = denseTimes(clip.tracks.timesS);
  const up = new CubicSpline(clip.tracks.timesS, midHip(clip.tracks).upPx).values(timesS);
  const firstS = timesS[0];
  const hz = 1 / (timesS[1] - firstS);
  const perStep: number[] = [];
  for (const { startS, endS } of clip.bodyStrides) {
    const from = Math.round((startS - firstS) * hz);
    const to = Math.round((endS - firstS) * hz);
    const middle = Math.round((from + to) / 2);
    perStep.push(swing(up.subarray(from, middle + 1)), swing(up.subarray(middle, to + 1)));
  }
  const value = meanOf(perStep, drawingM / clip.metresPerPx);
  if (value.value === null || value.halfWidth === null) return value;
  const share = clip.calibration.scaleUncertainty;
  const typical = median(perStep) * clip.metresPerPx;
  return {
    value: typical,
    halfWidth: Math.hypot(value.halfWidth * clip.metresPerPx, halfWidthOf(share * typical)),
    n: value.n,
  };
}
