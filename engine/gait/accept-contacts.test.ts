import { expect, it } from 'vitest';
import { acceptContacts } from './accept-contacts.ts';
import type { Contact } from './contact.ts';

const contact = (side: 'left' | 'right', touchdownS: number, lengthS = 0.25): Contact => ({
  side,
  touchdownS,
  midStanceS: touchdownS + lengthS / 2,
  toeOffS: touchdownS + lengthS,
});
const steady = [
  contact('left', 0.2),
  contact('right', 0.55),
  contact('left', 0.9),
  contact('right', 1.25),
  contact('left', 1.6),
  contact('right', 1.95),
];
const accept = (contacts: readonly Contact[]): Contact[] => acceptContacts(contacts, 0.7, 0, 2.5);

it('keeps a steady run of contacts', () => {
  expect(accept(steady)).toEqual(steady);
});

it('refuses stances too short or too long, and those at the clip’s ends', () => {
  expect(accept([contact('right', 0.05), ...steady, contact('left', 2.2)])).toEqual(steady);
  expect(accept([...steady.slice(0, 3), contact('right', 1.25, 0.6), ...steady.slice(4)])).toHaveLength(5);
  expect(accept([...steady.slice(0, 3), contact('right', 1.25, 0.08), ...steady.slice(4)])).toHaveLength(5);
});

it('keeps long stances of a long stride', () => {
  const slow = [0.2, 0.6, 1, 1.4].map((touchdownS, i) => contact(i % 2 === 0 ? 'left' : 'right', touchdownS, 0.47));
  expect(acceptContacts(slow, 0.8, 0, 2.5)).toEqual(slow);
  expect(acceptContacts(slow, 0.7, 0, 2.5)).toEqual([]);
});

it('of two contacts that cannot both be, drops the one of odder length', () => {
  const ghost = contact('right', 0.95, 0.4);
  expect(accept([...steady.slice(0, 3), ghost, ...steady.slice(3)])).toEqual(steady);
});

it('keeps contacts that seem to last for longer than a step wherever they do so', () => {
  const dragged = steady.map(({ side, touchdownS }) => contact(side, touchdownS, 0.39));
  expect(accept(dragged)).toEqual(dragged);
  const once = [...steady.slice(0, 3), contact('right', 1.25, 0.39), ...steady.slice(4)];
  expect(accept(once)).toHaveLength(5);
});
