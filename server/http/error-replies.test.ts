import { expect, it } from 'vitest';
import { refusalOf } from './error-replies.ts';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });

it.each([
  ['ENOSPC', 507],
  ['SQLITE_FULL', 507],
  ['53100', 507],
  ['SQLITE_BUSY', 503],
  ['SQLITE_IOERR_WRITE', 503],
  ['57P01', 503],
  ['25006', 503],
  ['28P01', 503],
  ['28000', 503],
  ['3D000', 503],
  ['ECONNREFUSED', 503],
  ['EROFS', 503],
  ['EIO', 503],
  ['ESTALE', 503],
  ['22P02', 500],
])('answers %s of the store or its disk with %d', (code, status) => {
  expect(refusalOf(coded(code)).status).toBe(status);
});

it('sees through a transaction that could not begin', () => {
  expect(refusalOf(new Error('not begun', { cause: coded('28P01') })).status).toBe(503);
  expect(refusalOf(new Error('not begun', { cause: coded('22P02') })).status).toBe(500);
});

it('does not take a file that is missing for a store that is', () => {
  expect(refusalOf(coded('ENOENT', { syscall: 'open' })).status).toBe(500);
  expect(refusalOf(coded('ENOENT', { syscall: 'connect' })).status).toBe(503);
});
