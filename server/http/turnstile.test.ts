import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

it('lets no more through than it has places, in order, whatever becomes of them', async () => {
  const turnstile = new Turnstile(2);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) =>
    turnstile.run(async () => {
      inside++;
      most = Math.max(most, inside);
      order.push(n);
      await later();
      inside--;
      if (n === 1) throw new Error('refused');
      return n;
    });
  const ends = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', ...new Array(4).fill('fulfilled')]);
  expect(await work(6)).toBe(6);
});

it('lets one with little work wait for one of each other’s at most, however much that has', async () => {
  const turnstile = new Turnstile(1);
  const order: string[] = [];
  const come = (whose: string, n: number) =>
    turnstile.run(async () => {
      order.push(`${whose}${n}`);
      await later();
    }, whose);
  const many = [0, 1, 2, 3, 4].map((n) => come('many', n));
  const few = [come('few', 0), come('few', 1), come('one', 0)];
  await Promise.all([...many, ...few]);
  expect(order).toEqual(['many0', 'many1', 'few0', 'one0', 'many2', 'few1', 'many3', 'many4']);
});
