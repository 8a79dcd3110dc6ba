import type { ContactDetails, MomentDetails } from './details.ts';
import { seconds } from './gait-cycle.ts';
import { sides } from './sides.ts';

/** Touchdown, mid-stance and toe-off of either foot's stance closest to the middle of the clip. */
export function momentsOf(contacts: readonly ContactDetails[], durationS: number): MomentDetails[] {
  const moments = sides.flatMap((side): MomentDetails[] => {
    const [stance] = contacts
      .filter((contact) => contact.side === side && contact.accepted)
      .toSorted((a, b) => Math.abs(a.midStanceS - durationS / 2) - Math.abs(b.midStanceS - durationS / 2));
    return stance === undefined
      ? []
      : [
          { kind: 'touchdown', side, timeS: seconds(stance.touchdownS) },
          { kind: 'midStance', side, timeS: seconds(stance.midStanceS) },
          { kind: 'toeOff', side, timeS: seconds(stance.toeOffS) },
        ];
  });
  return moments.toSorted((a, b) => a.timeS - b.timeS);
}
