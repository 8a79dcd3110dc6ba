import { median } from '../signal/robust-statistics.ts';
import type { Contact } from './contact.ts';

/** Contacts outside these lengths are no stance of a runner: sprinters stand for 0.09 s and more, the slowest joggers for 0.45 or, seemingly, this share of a long stride. */
const shortestS = 0.09;
const longestS = 0.45;
const longestShare = 0.6;
/** Share by which a step may differ from half a stride, and how much further than usual feet may seem to overlap. */
const stepTolerance = 0.35;
const overlapS = 0.02;
/** Filters bend the tracks at the clip's ends. */
const edgeS = 0.1;

/**
 * Keeps the contacts that a runner can have made: of a stance's length, away from the clip's ends, left and right in
 * turn and evenly spaced. Of two that contradict each other the one whose length is less usual goes.
 *
 * @param contacts In order of touchdown.
 * @param leastS Shorter ones are none.
 */
export function acceptContacts(
  contacts: readonly Contact[],
  strideS: number,
  firstS: number,
  lastS: number,
  leastS = shortestS,
): Contact[] {
  const lengthOf = (contact: Contact): number => contact.toeOffS - contact.touchdownS;
  const mostS = Math.max(longestS, longestShare * strideS);
  const kept = contacts.filter(
    (contact) =>
      lengthOf(contact) >= leastS &&
      lengthOf(contact) <= mostS &&
      contact.touchdownS >= firstS + edgeS &&
      contact.toeOffS <= lastS - edgeS,
  );
  const usual = median(kept.map(lengthOf));
  const odd = (contact: Contact): number => Math.abs(lengthOf(contact) - usual);
  // Toes that are dragged along seem to stand for longer than a step, and so in every step.
  const mostOverlapS = (foot: Contact['side']): number =>
    overlapS + Math.max(0, median(kept.filter(({ side }) => side === foot).map(lengthOf)) - strideS / 2);
  const allowedS = { left: mostOverlapS('left'), right: mostOverlapS('right') };
  for (let i = 1; i < kept.length; ) {
    const before = kept[i - 1] as Contact;
    const here = kept[i] as Contact;
    const gapS = here.touchdownS - before.touchdownS;
    const leastGapS = (1 - stepTolerance) * (before.side === here.side ? strideS : strideS / 2);
    if (gapS >= leastGapS && here.touchdownS >= before.toeOffS - allowedS[before.side]) i++;
    else {
      kept.splice(odd(before) > odd(here) ? i - 1 : i, 1);
      i = Math.max(1, i - 1);
    }
  }
  return kept;
}
