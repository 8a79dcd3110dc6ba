import { expect, it } from 'vitest';
import { contactAt } from './contact-moments.ts';

const contact = { side: 'left', touchdownS: 0.12, midStanceS: 0.2, toeOffS: 0.28 } as const;
const gait = { contacts: [contact], strideS: null, strideSeS: null, runSpeedPxS: null, running: true };

it('finds a side’s contact while it lasts', () => {
  expect(contactAt(gait, 'left', 0.2)).toBe(contact);
  expect(contactAt(gait, 'left', 0.3)).toBeNull();
  expect(contactAt(gait, 'right', 0.2)).toBeNull();
});
