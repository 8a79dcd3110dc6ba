import { expect, it, onTestFinished } from 'vitest';
import { bodyOf, startApiServer } from '../../test/support/api-server.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { ErrorSchema } from '../contract/schemas/errors.ts';
import { RateLimit } from './rate-limit.ts';

it('lets so many requests of each partner pass in a minute', () => {
  const limit = new RateLimit(2);
  const waits = (partner: string, nowMs: number) => limit.waitS(partner, nowMs);
  expect([waits('a', 1000), waits('a', 2000), waits('a', 3000), waits('b', 3000)]).toEqual([null, null, 57, null]);
  expect(waits('a', 59_999)).toBe(1);
  expect(waits('a', 60_000)).toBeNull();
  expect(new RateLimit(null).waitS('a', 0)).toBeNull();
});

it('answers 429 and says when to come back', async () => {
  const api = await startApiServer({ requestsPerMinute: 1 });
  onTestFinished(() => api.stop());
  const get = (key: string) => fetch(`${api.url}/subjects?apiKey=${key}`);
  // Whatever the minute does meanwhile: two of three requests fall into one.
  const answers = [await get(api.key), await get(api.key), await get(api.key)];
  const refused = answers.find(({ status }) => status === 429) as Response;
  expect(await bodyOf(refused, 429, ErrorSchema)).toMatchObject({ code: 'rate_limited' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  const { key } = await createPartnerKey(api.dataDir, 'Zenith');
  expect((await get(key)).status).toBe(200);
});
