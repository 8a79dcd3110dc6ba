import { expect, it } from 'vitest';
import { hashPassword, matchesPassword, unmatchable } from './password-hash.ts';

const password = 'correct horse battery';

it('matches the password that was hashed and no other', { timeout: 20_000 }, async () => {
  const hash = await hashPassword(password);
  expect(hash).not.toContain(password);
  expect(await matchesPassword(password, hash)).toBe(true);
  for (const other of ['', `${password} `, password.slice(1), password.toUpperCase(), `${password}.`])
    expect(await matchesPassword(other, hash)).toBe(false);
});

it('hashes one password differently every time, with the cost that OWASP asks for', { timeout: 20_000 }, async () => {
  const [one, other] = [await hashPassword(password), await hashPassword(password)];
  expect(one).not.toBe(other);
  for (const hash of [one, other]) expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
});

it('takes two ways to type one letter for one password', { timeout: 20_000 }, async () => {
  expect(await matchesPassword('Mu\u0308llers Mühle', await hashPassword('M\u00fcllers Mu\u0308hle'))).toBe(true);
});

it('checks a name that nobody has at the same cost', async () => {
  expect(unmatchable).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await matchesPassword(password, unmatchable)).toBe(false);
});
