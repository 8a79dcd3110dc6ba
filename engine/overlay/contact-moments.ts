import type { Contact, Gait } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';

/** The side's contact that lasts at this time, or null. */
export function contactAt(gait: Pick<Gait, 'contacts'>, side: Side, timeS: number): Contact | null {
  return (
    gait.contacts.find((contact) => contact.side === side && contact.touchdownS <= timeS && timeS <= contact.toeOffS) ??
    null
  );
}
