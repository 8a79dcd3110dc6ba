import { expect, it } from 'vitest';
import { requestIdOf } from './request-ids.ts';

it.each(['a', '4bf92f3577b34da6a3ce929d0e0e4736', 'edge-7/req:12+a=', 'x'.repeat(128)])('takes %s', (id) => {
  expect(requestIdOf(id, () => 'new')).toBe(id);
});

it.each([
  undefined,
  '',
  'a b',
  'a\tb',
  '"}{"level":60',
  'é',
  'x'.repeat(129),
  `slk_${'k'.repeat(43)}`,
  'token=abc',
  ['a', 'b'],
])('makes its own in the place of %j', (sent) => {
  expect(requestIdOf(sent, () => 'new')).toBe('new');
});
