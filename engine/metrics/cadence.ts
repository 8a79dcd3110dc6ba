import type { Contact, Gait } from '../gait/contact.ts';
import { knownSpanS } from '../signal/known-samples.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';

/** Uncertainty that no scatter in the clip shows, such as the camera's clock: steps per minute. */
const floorSpm = 0.05;
/** Below this many strides the period rests on too little. */
const leastStrides = 1.5;
/**
 * Share of the period, for one stride seen, by which steps that are not alike, perspective and unsteady speed may bend it; falls with n ^ 1.5. Set on the
 * development half of the synthetic clips of `docs/accuracy.md`.
 */
const fewStridesShare = 0.024;
/** Fewer touchdowns do not tell a rhythm that wanders from one that is uneven. */
const leastTouchdowns = 8;

/**
 * Standard error of the stride period that a wandering rhythm leaves: somebody who hurries for some steps and dawdles for some others has touchdowns that are early and
 * late for several steps together, which the fold's own error, of residuals that are not alike, does not hold. Touchdowns against their number, the feet apart by a constant
 * of their own; covariances of their residuals at every lag up to the first that is none.
 */
export function strideErrorOfWander(contacts: readonly Contact[], strideS: number): number {
  const firstS = contacts[0]?.touchdownS ?? 0;
  const count = contacts.length;
  if (count < leastTouchdowns) return 0;
  const times = aboutOwnFoot(contacts, ({ touchdownS }) => touchdownS);
  const numbers = aboutOwnFoot(contacts, ({ touchdownS }) => Math.round((touchdownS - firstS) / (strideS / 2)));
  const squares = lagProduct(numbers, 0);
  const slope = numbers.reduce((sum, number, i) => sum + number * (times[i] as number), 0) / squares;
  const residuals = times.map((time, i) => time - slope * (numbers[i] as number));
  let variance = 0;
  for (let lag = 1; lag <= count / 3; lag++) {
    const covariance = lagProduct(residuals, lag) / count;
    if (covariance <= 0) break;
    variance += (2 * covariance * lagProduct(numbers, lag)) / squares ** 2;
  }
  return 2 * Math.sqrt(Math.max(0, variance));
}

/** Something of each contact, less its mean over the contacts of the same foot. */
function aboutOwnFoot(contacts: readonly Contact[], of: (contact: Contact) => number): number[] {
  const meanOf = (side: Contact['side']): number =>
    meanAndSpread(contacts.filter((contact) => contact.side === side).map(of)).mean;
  const means = { left: meanOf('left'), right: meanOf('right') };
  return contacts.map((contact) => of(contact) - means[contact.side]);
}

const lagProduct = (values: readonly number[], lag: number): number =>
  values.slice(lag).reduce((sum, value, i) => sum + value * (values[i] as number), 0);

/** What the cadence is told from, whatever the view. */
export interface SteadyClip {
  readonly tracks: Tracks;
  readonly strideS: number;
  readonly gait: Pick<Gait, 'contacts' | 'strideSeS'>;
}

/** Steps per minute from the stride period: two steps a stride. */
export function cadenceSpm(clip: SteadyClip): Measured {
  const strides = knownSpanS(clip.tracks.timesS, [clip.tracks.points.left_hip.xPx]) / clip.strideS;
  const steps = Math.floor(2 * strides);
  if (strides < leastStrides) return withheld('too_few_steps', steps);
  const cadence = 120 / clip.strideS;
  const share = Math.hypot(
    (clip.gait.strideSeS ?? 0) / clip.strideS,
    strideErrorOfWander(clip.gait.contacts, clip.strideS) / clip.strideS,
    fewStridesShare / strides ** 1.5,
  );
  return measured(cadence, halfWidthOf(Math.hypot(cadence * share, floorSpm)), steps);
}
