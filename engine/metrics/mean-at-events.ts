import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { Samples } from './at-times.ts';
import { meanOf } from './estimate.ts';
import { type Measured, measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/**
 * Mean of an angle at the same event of several steps. An event that is timed late in every step shifts the angle by its
 * rate of change, so a fast joint is less sure than a slow one: at touchdown a shank turns about 250 degrees a second. Where an angle turns about, as a knee does there, it changes
 * to the same side whether the event is early or late. What was put back of what a filter takes may not have been taken, and what was not may have been.
 *
 * @param biasDeg Standard uncertainty of the angle itself, common to all steps.
 * @param least Fewer finite values than this are withheld.
 */
export function meanAtEvents(
  clip: Pick<RunningClip, 'calibration'>,
  samples: Samples,
  biasDeg: number,
  least?: number,
): Measured {
  const { mean: rateDegS, n } = meanAndSpread(samples.slopes);
  const { mean: bendDegS2 } = meanAndSpread(samples.bends);
  const lateS = clip.calibration.eventUncertaintyS;
  const timingDeg = n === 0 ? 0 : Math.hypot(rateDegS * lateS, (bendDegS2 / 2) * lateS ** 2);
  const mean = meanOf(samples.values, Math.hypot(biasDeg, timingDeg), least);
  const lostDeg = meanAndSpread(samples.lost).mean;
  return mean.value === null || mean.halfWidth === null || !(Math.abs(lostDeg) > 0)
    ? mean
    : measured(mean.value, Math.hypot(mean.halfWidth, lostDeg), mean.n);
}
