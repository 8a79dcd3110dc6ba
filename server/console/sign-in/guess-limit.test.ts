import { expect, it } from 'vitest';
import { GuessLimit } from './guess-limit.ts';

const limits = {
  pair: { most: 2, withinMs: 10_000 },
  address: { most: 4, withinMs: 20_000 },
  name: { most: 6, withinMs: 60_000 },
};
const minutes = 60_000;

it('stops guesses at one name from one address, until the time since the first is over', () => {
  const guesses = new GuessLimit(limits);
  expect([0, 1000, 2000].map((atMs) => guesses.waitS('mia', 'a', atMs))).toEqual([null, null, 8]);
  expect(guesses.waitS('mia', 'a', 9999)).toBe(1);
  expect(guesses.waitS('mia', 'b', 9999)).toBeNull();
  expect(guesses.waitS('ben', 'a', 9999)).toBeNull();
  expect(guesses.waitS('mia', 'a', 10_000)).toBeNull();
});

it('stops one address that tries many names', () => {
  const guesses = new GuessLimit(limits);
  expect(['a', 'b', 'c', 'd', 'e'].map((name) => guesses.waitS(name, 'x', 0))).toEqual([null, null, null, null, 20]);
  expect(guesses.waitS('a', 'y', 0)).toBeNull();
});

it('stops many addresses that try one name', () => {
  const guesses = new GuessLimit(limits);
  const waits = Array.from({ length: 7 }, (_, index) => guesses.waitS('mia', `${index}`, 0));
  expect(waits).toEqual([null, null, null, null, null, null, 60]);
  expect(guesses.waitS('ben', '0', 0)).toBeNull();
});

it('does not count a guess that was right, nor one that was not made', () => {
  const guesses = new GuessLimit(limits);
  for (let n = 0; n < 20; n++) {
    expect(guesses.waitS('mia', 'a', n)).toBeNull();
    guesses.right('mia', 'a');
  }
  expect([0, 1, 2, 3].map((atMs) => guesses.waitS('mia', 'a', atMs))).toEqual([null, null, 10, 10]);
  // The two that were not made did not count for the address.
  expect([guesses.waitS('ben', 'a', 4), guesses.waitS('ana', 'a', 4), guesses.waitS('eva', 'a', 4)]).toEqual([
    null,
    null,
    20,
  ]);
});

it('allows no more than its defaults say over a long time', () => {
  const guesses = new GuessLimit();
  let made = 0;
  for (let atMs = 0; atMs < 60 * minutes; atMs += 1000) if (guesses.waitS('mia', 'a', atMs) === null) made++;
  expect(made).toBe(20);
});

it('keeps a bounded number of counts', () => {
  const guesses = new GuessLimit({ ...limits, address: { most: 1e9, withinMs: 1e9 } });
  for (let n = 0; n < 30_000; n++) guesses.waitS(`name ${n}`, 'a', 0);
  expect(guesses.size).toBeLessThanOrEqual(40_000);
});

it('forgets no name that was much guessed at, however many others are tried', () => {
  const guesses = new GuessLimit();
  const tries = Array.from({ length: 101 }, (_, n) => guesses.waitS('mia', `a ${n}`, n));
  expect(tries.filter((waitS) => waitS === null)).toHaveLength(100);
  for (let n = 0; n < 30_000; n++) guesses.waitS(`name ${n}`, `b ${Math.floor(n / 40)}`, 1000);
  for (let n = 0; n < 30_000; n++) guesses.waitS('ben', `c ${n}`, 2000);
  expect(guesses.waitS('mia', 'z', 3000)).toBe(3597);
});
