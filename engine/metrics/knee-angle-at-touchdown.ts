import { otherSide, type Side } from '../pose/keypoint-names.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { type Sample, samplesPutBackAt } from './at-times.ts';
import type { Flexions } from './flexions.ts';
import { meanAtEvents } from './mean-at-events.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

function atTouchdowns(clip: RunningClip, { knee }: Flexions, kneeOf: (landing: Side) => Side): Measured {
  const ofLanding = (landing: Side): Sample[] => {
    const times = clip.steadyContacts
      .filter((contact) => contact.side === landing)
      .map((contact) => contact.touchdownS);
    return samplesPutBackAt(knee[kneeOf(landing)], times).map(({ value, slope, bend, lost }) => ({
      // Not the size of the bend: noise about a leg that is almost straight would bend it.
      value: 180 - value,
      slope: -slope,
      bend: -bend,
      lost: -lost,
    }));
  };
  const interior = aboutOneMean([ofLanding('left'), ofLanding('right')]);
  const { near, far } = clip.angles.joints.knee;
  // Each leg's own habit is independent of the other's.
  return meanAtEvents(clip, interior, Math.hypot(near.uncertaintyDeg, far.uncertaintyDeg) / 2);
}

/** Both legs' samples about the mean of all: legs that differ do not make their mean less sure. */
function aboutOneMean(legs: readonly (readonly Sample[])[]): Sample[] {
  const meanOf = (samples: readonly Sample[]): number => meanAndSpread(samples.map(({ value }) => value)).mean;
  const all = meanOf(legs.flat());
  return legs.flatMap((samples) => {
    const own = meanOf(samples);
    return samples.map((sample) => ({ ...sample, value: sample.value - own + all }));
  });
}

/** Interior angle of the landing leg's knee at touchdown, degrees, 180 straight: mean over the steps. */
export const frontKneeAngleDeg = (clip: RunningClip, flexions: Flexions): Measured =>
  atTouchdowns(clip, flexions, (landing) => landing);

/** Interior angle of the other leg's knee at the same moments, degrees, 180 straight. */
export const backKneeAngleDeg = (clip: RunningClip, flexions: Flexions): Measured =>
  atTouchdowns(clip, flexions, otherSide);
