import { otherSide, type Side } from '../pose/keypoint-names.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { joined, type Samples, samplesPutBackAt } from './at-times.ts';
import type { Flexions } from './flexions.ts';
import { meanAtEvents } from './mean-at-events.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

function atTouchdowns(clip: RunningClip, { knee }: Flexions, kneeOf: (landing: Side) => Side): Measured {
  const ofLanding = (landing: Side): Samples => {
    const times = clip.steadyContacts
      .filter((contact) => contact.side === landing)
      .map((contact) => contact.touchdownS);
    const samples = samplesPutBackAt(knee[kneeOf(landing)], times);
    takeInterior(samples);
    return samples;
  };
  const interior = aboutOneMean([ofLanding('left'), ofLanding('right')]);
  const { near, far } = clip.angles.joints.knee;
  // Each leg's own habit is independent of the other's.
  return meanAtEvents(clip, interior, Math.hypot(near.uncertaintyDeg, far.uncertaintyDeg) / 2);
}

/** Turns flexions into interior angles, in place. Not by their size: noise about a leg that is almost straight would bend it. */
function takeInterior({ values, slopes, bends, lost }: Samples): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = 180 - values[i];
    slopes[i] = -slopes[i];
    bends[i] = -bends[i];
    lost[i] = -lost[i];
  }
}

/** Both legs' samples, moved so that each leg has the mean of all: legs that differ do not make their mean less sure. */
function aboutOneMean(legs: readonly Samples[]): Samples {
  const both = joined(legs);
  const all = meanAndSpread(both.values).mean;
  for (const { values } of legs) {
    const own = meanAndSpread(values).mean;
    for (let i = 0; i < values.length; i++) values[i] = values[i] - own + all;
  }
  return joined(legs);
}

/** Interior angle of the landing leg's knee at touchdown, degrees, 180 straight: mean over the steps. */
export const frontKneeAngleDeg = (clip: RunningClip, flexions: Flexions): Measured =>
  atTouchdowns(clip, flexions, (landing) => landing);

/** Interior angle of the other leg's knee at the same moments, degrees, 180 straight. */
export const backKneeAngleDeg = (clip: RunningClip, flexions: Flexions): Measured =>
  atTouchdowns(clip, flexions, otherSide);
