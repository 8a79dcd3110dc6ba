import { expect, it } from 'vitest';
import { SignedLinks } from './signed-links.ts';

const links = new SignedLinks(Buffer.alloc(32, 7), 3600);
const nowMs = 1_700_000_000_000;
const queryOf = (link: string) => Object.fromEntries(new URL(link, 'http://host').searchParams);
const query = queryOf(links.sign('/media/a/a.jpg', 'acme', nowMs));

it('holds for an hour', () => {
  expect(links.holds('/media/a/a.jpg', 'acme', query, nowMs)).toBe(true);
  expect(links.holds('/media/a/a.jpg', 'acme', query, nowMs + 3_599_000)).toBe(true);
  expect(links.holds('/media/a/a.jpg', 'acme', query, nowMs + 3_600_000)).toBe(false);
});

it('is bound to path, owner, expiry and key', () => {
  expect(links.holds('/media/b/b.jpg', 'acme', query, nowMs)).toBe(false);
  expect(links.holds('/media/a/a.jpg', 'zenith', query, nowMs)).toBe(false);
  const later = { ...query, expires: String(Number(query.expires) + 1) };
  expect(links.holds('/media/a/a.jpg', 'acme', later, nowMs)).toBe(false);
  const other = new SignedLinks(Buffer.alloc(32, 8), 3600);
  expect(other.holds('/media/a/a.jpg', 'acme', query, nowMs)).toBe(false);
});

it('stops with the key that it was signed with', () => {
  let key = Buffer.alloc(32, 1);
  const kept = new SignedLinks(() => key, 3600);
  const signed = queryOf(kept.sign('/media/a/a.jpg', 'acme', nowMs));
  expect(kept.holds('/media/a/a.jpg', 'acme', signed, nowMs)).toBe(true);
  key = Buffer.alloc(32, 2);
  expect(kept.holds('/media/a/a.jpg', 'acme', signed, nowMs)).toBe(false);
});

it.each([
  {},
  { expires: query.expires },
  { ...query, signature: '' },
  { ...query, signature: `${query.signature}AAAA` },
  { ...query, signature: `${query.signature}=` },
  { ...query, signature: ` ${query.signature}` },
  { ...query, signature: [query.signature, query.signature] },
  { ...query, expires: `${query.expires} ` },
  { ...query, expires: 'never' },
])('refuses %j', (given) => {
  expect(links.holds('/media/a/a.jpg', 'acme', given, nowMs)).toBe(false);
});
