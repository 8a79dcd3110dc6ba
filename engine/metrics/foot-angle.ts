import type { Contact } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import { blankSamples, type Samples, samplesAt } from './at-times.ts';
import { halfWidthOf } from './estimate.ts';
import { likelyPattern, strikeProbabilities } from './foot-strike.ts';
import { footSeries } from './joint-definitions.ts';
import { meanAtEvents } from './mean-at-events.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { FootLanding } from './side-view-metrics.ts';

/** Part of the stance in which the foot lies flat. */
const flatFrom = 0.3;
const flatTo = 0.55;
const flatSamples = 6;

/**
 * Foot angle at each touchdown, degrees, and how fast it changes: heel to toe against the same line lying flat in
 * mid-stance, toes up positive. NaN where heel or toe are not seen.
 */
export function footAngleSamples(clip: RunningClip): Samples {
  const { timesS, hasFeet } = clip.tracks;
  const { contacts } = clip.gait;
  const samples = blankSamples(contacts.length);
  const { values, slopes, bends } = samples;
  if (!hasFeet) {
    for (const array of [values, slopes, bends]) array.fill(Number.NaN);
    return samples;
  }
  const landingOf = (side: Side) => {
    const angle = new CubicSpline(timesS, footSeries(clip.tracks, side));
    return { angle, seen: samplesAt(angle, touchdownsOf(contacts, side)), next: 0 };
  };
  const landings = { left: landingOf('left'), right: landingOf('right') };
  const lying = new Float64Array(flatSamples);
  for (const [i, { side, touchdownS, toeOffS }] of contacts.entries()) {
    const landing = landings[side];
    for (let k = 0; k < flatSamples; k++) {
      const share = flatFrom + ((flatTo - flatFrom) * k) / (flatSamples - 1);
      lying[k] = landing.angle.valueAt(touchdownS + share * (toeOffS - touchdownS));
    }
    values[i] = landing.seen.values[landing.next] - median(lying, lying);
    slopes[i] = landing.seen.slopes[landing.next];
    landing.next++;
  }
  return samples;
}

const touchdownsOf = (contacts: readonly Contact[], side: Side): number[] =>
  contacts.filter((contact) => contact.side === side).map(({ touchdownS }) => touchdownS);

/**
 * Foot angle and strike of each landing, in order. Withheld where heel or toe are not seen.
 *
 * @param samples Of {@link footAngleSamples}.
 */
export function footLandings(clip: RunningClip, samples: Samples): FootLanding[] {
  const noiseDeg = scatterBeyondOwn(clip.gait.contacts, samples);
  return clip.gait.contacts.map(({ side, touchdownS }, i) => {
    const step = i + 1;
    const value = samples.values[i];
    if (!Number.isFinite(value)) {
      const footAngleDeg = withheld('keypoints_missing');
      return { step, side, timeS: touchdownS, footAngleDeg, probabilities: null, pattern: null };
    }
    // Late by its uncertainty, the event would find the foot that much flatter.
    const lateDeg = samples.slopes[i] * clip.calibration.eventUncertaintyS;
    const uncertaintyDeg = Math.hypot(clip.angles.footDeg, lateDeg, noiseDeg);
    const probabilities = strikeProbabilities(value, uncertaintyDeg);
    const footAngleDeg = measured(value, halfWidthOf(uncertaintyDeg), 1);
    return { step, side, timeS: touchdownS, footAngleDeg, probabilities, pattern: likelyPattern(probabilities) };
  });
}

/** A runner's landings differ by this much from step to step, degrees (Fukuchi et al. 2017: ankles by 1.3, knees by 1.8). */
const ownScatterDeg = 1.8;

/** Standard deviation of the landings of each foot beyond what a runner's own differ by: what noise does to a single one, degrees. */
function scatterBeyondOwn(contacts: readonly Contact[], samples: Samples): number {
  let squares = 0;
  let freedom = 0;
  for (const foot of ['left', 'right'] as const) {
    const { sd, n } = meanAndSpread(samples.values.filter((_, i) => contacts[i]?.side === foot));
    squares += Math.max(0, n - 1) * sd ** 2;
    freedom += Math.max(0, n - 1);
  }
  return freedom === 0 ? 0 : Math.sqrt(Math.max(0, squares / freedom - ownScatterDeg ** 2));
}

/** Mean foot angle at touchdown, degrees, toes up positive. @param samples Of {@link footAngleSamples}. */
export const footAngleDeg = (clip: RunningClip, samples: Samples): Measured =>
  meanAtEvents(clip, samples, clip.angles.footDeg);
