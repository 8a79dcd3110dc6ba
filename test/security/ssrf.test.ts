import { expect, it } from 'vitest';
import { measureSsrf } from '../../bench/reliability/ssrf/measure-ssrf.ts';

it('opens no connection to where webhooks must not go, in any spelling, by any name or redirect', async () => {
  const { forms, letThrough, ordinary, left } = await measureSsrf();
  expect(letThrough).toEqual([]);
  expect(forms).toBeGreaterThanOrEqual(60);
  expect(ordinary[0]).toBe(ordinary[1]);
  expect(left).toBe(0);
});
