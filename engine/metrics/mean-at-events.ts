import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { Sample } from './at-times.ts';
import { meanOf } from './estimate.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/**
 * Mean of an angle at the same event of several steps. An event that is timed late in every step shifts the angle by its
 * rate of change, so a fast joint is less sure than a slow one: at touchdown a shank turns about 250 degrees a second.
 *
 * @param biasDeg Standard uncertainty of the angle itself, common to all steps.
 * @param least Fewer finite values than this are withheld.
 */
export function meanAtEvents(clip: RunningClip, samples: readonly Sample[], biasDeg: number, least?: number): Measured {
  const { mean: rateDegS, n } = meanAndSpread(samples.map(({ slope }) => slope));
  const timingDeg = n === 0 ? 0 : rateDegS * clip.calibration.eventUncertaintyS;
  return meanOf(
    samples.map(({ value }) => value),
    Math.hypot(biasDeg, timingDeg),
    least,
  );
}
