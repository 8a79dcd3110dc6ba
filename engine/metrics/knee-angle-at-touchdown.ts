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
    const { asMoved, between } = knee[kneeOf(landing)];
    return samplesPutBackAt(asMoved, between, times).map(({ value, slope, bend, putBack }) => ({
      value: 180 - Math.abs(value),
      slope: -Math.sign(value) * slope,
      bend: -Math.sign(value) * bend,
      putBack: -Math.sign(value) * putBack,
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
