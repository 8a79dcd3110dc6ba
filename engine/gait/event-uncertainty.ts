import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { Contact } from './contact.ts';

/** Contacts of a steady runner differ by this much from stride to stride, seconds (46 runners: 4 to 6 ms). */
const ownScatterS = 0.006;
/**
 * What scatters events also shifts their mean. In synthetic clips with noise of 0 to 5 cm it does so by half of the
 * contacts' scatter.
 */
const shiftShare = 0.5;

/**
 * Standard uncertainty of a clip's mean touchdown, and of its mean toe-off, seconds.
 *
 * @param calibratedS What a clip without noise would have.
 */
export function eventUncertaintyS(contacts: readonly Contact[], calibratedS: number): number {
  const feet = (['left', 'right'] as const).map((side) =>
    meanAndSpread(contacts.filter((c) => c.side === side).map(({ touchdownS, toeOffS }) => toeOffS - touchdownS)),
  );
  const freedom = feet.reduce((sum, { n }) => sum + Math.max(0, n - 1), 0);
  if (freedom === 0) return calibratedS;
  const squares = feet.reduce((sum, { sd, n }) => sum + sd ** 2 * Math.max(0, n - 1), 0);
  const scatterS = Math.sqrt(Math.max(0, squares / freedom - ownScatterS ** 2));
  return Math.hypot(calibratedS, shiftShare * scatterS);
}
