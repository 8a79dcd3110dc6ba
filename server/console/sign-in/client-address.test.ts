import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const from = (remoteAddress: string, forwarded?: string): FastifyRequest =>
  ({
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
    socket: { remoteAddress },
  }) as never;

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2'],
  ['127.0.0.1', '127.0.0.1'],
])('takes %s for %s', (address, counted) => {
  expect(clientAddress(from(address), false)).toBe(counted);
});

it('believes a proxy on this machine, where there is one, and what it has added last', () => {
  expect(clientAddress(from('127.0.0.1', '198.51.100.1, 203.0.113.9'), true)).toBe('203.0.113.9');
  expect(clientAddress(from('::1', '2001:db8:1:2:3:4:5:6'), true)).toBe('2001:db8:1:2');
  expect(clientAddress(from('127.0.0.1', 'nonsense'), true)).toBe('127.0.0.1');
  expect(clientAddress(from('127.0.0.1'), true)).toBe('127.0.0.1');
});

it('believes nobody else', () => {
  expect(clientAddress(from('192.0.2.7', '203.0.113.9'), true)).toBe('192.0.2.7');
  expect(clientAddress(from('127.0.0.1', '203.0.113.9'), false)).toBe('127.0.0.1');
});
