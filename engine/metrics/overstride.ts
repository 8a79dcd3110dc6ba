import { CubicSpline } from '../signal/cubic-spline.ts';
import { joined, samplesAt } from './at-times.ts';
import { shankSeries } from './joint-definitions.ts';
import { meanAtEvents } from './mean-at-events.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Shank against vertical at touchdown, degrees, positive with the ankle ahead of the knee: mean over the steps. */
export function overstrideDeg(clip: RunningClip): Measured {
  const samples = joined(
    (['left', 'right'] as const).map((side) => {
      const times = clip.steadyContacts.filter((contact) => contact.side === side).map((contact) => contact.touchdownS);
      return samplesAt(new CubicSpline(clip.tracks.timesS, shankSeries(clip.tracks, side)), times);
    }),
  );
  return meanAtEvents(clip, samples, clip.angles.shankDeg);
}
