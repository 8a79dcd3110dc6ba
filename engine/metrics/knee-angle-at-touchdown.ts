import type { Side } from '../pose/keypoint-names.ts';
import { samplesAt } from './at-times.ts';
import type { Flexions } from './flexions.ts';
import { meanAtEvents } from './mean-at-events.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

function atTouchdowns(clip: RunningClip, { knee }: Flexions, kneeOf: (landing: Side) => Side): Measured {
  const samples = (['left', 'right'] as const).flatMap((landing) => {
    const times = clip.gait.contacts.filter((contact) => contact.side === landing).map((contact) => contact.touchdownS);
    return samplesAt(knee[kneeOf(landing)].between, times);
  });
  const interior = samples.map(({ value, slope }) => ({
    value: 180 - Math.abs(value),
    slope: -Math.sign(value) * slope,
  }));
  const { near, far } = clip.angles.joints.knee;
  // Each leg's own habit is independent of the other's.
  return meanAtEvents(clip, interior, Math.hypot(near.uncertaintyDeg, far.uncertaintyDeg) / 2);
}

/** Interior angle of the landing leg's knee at touchdown, degrees, 180 straight: mean over the steps. */
export const frontKneeAngleDeg = (clip: RunningClip, flexions: Flexions): Measured =>
  atTouchdowns(clip, flexions, (landing) => landing);

/** Interior angle of the other leg's knee at the same moments, degrees, 180 straight. */
export const backKneeAngleDeg = (clip: RunningClip, flexions: Flexions): Measured =>
  atTouchdowns(clip, flexions, other);
