import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { partnerCredits } from '../server/accounts/partner-credits.ts';
import { createPartnerKey } from '../server/accounts/partner-keys.ts';
import { ErrorSchema, ValidationErrorSchema } from '../server/contract/schemas/errors.ts';
import { FailedSchema } from '../server/contract/schemas/results.ts';
import { type Started, StartedSchema } from '../server/contract/schemas/start.ts';
import type { ServerOptions } from '../server/server-options.ts';
import { type ApiServer, bodyOf, postStart, startApiServer } from './support/api-server.ts';
import { smallClip } from './support/small-clip.ts';

const partner = 'Metered';

/** A server, and the key of a partner that was granted `credits`. */
async function metered(credits: number, options: Partial<ServerOptions> = {}): Promise<ApiServer> {
  const api = await startApiServer(options);
  onTestFinished(() => api.stop());
  const { key } = await createPartnerKey(api.dataDir, partner, { credits });
  return { ...api, key };
}

/** Starts an analysis of a clip in which nobody is, and waits until it has failed. */
async function failed(api: ApiServer): Promise<void> {
  const started = await postStart(api, { video: await smallClip(30, 30) });
  const { video_id: id } = (await bodyOf(started, 202, StartedSchema)) as Started;
  const ask = (): Promise<Response> => fetch(`${api.url}/analysis/${id}/results?apiKey=${api.key}`);
  await expect.poll(async () => (await ask()).status, { timeout: 60_000 }).toBe(400);
  expect(await bodyOf(await ask(), 400, FailedSchema)).toMatchObject({ reason: { code: 'no_person' } });
}

it('lets one of eight starts pass with one credit left', async () => {
  const api = await metered(1);
  const video = await smallClip(30, 30);
  const answers = await Promise.all(Array.from({ length: 8 }, () => postStart(api, { video })));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, ...new Array<number>(7).fill(402)]);
  for (const answer of answers.filter(({ status }) => status === 402)) {
    const body = await bodyOf(answer, 402, ErrorSchema);
    expect(JSON.stringify(body)).toBe(
      '{"detail":"Insufficient credits to perform analysis","code":"insufficient_credits"}',
    );
  }
  expect(await partnerCredits(api.dataDir, partner)).toMatchObject({ taken: 1, returned: 0, balance: 0 });
  expect(readdirSync(join(api.dataDir, 'uploads'))).toHaveLength(1);
});

it('takes no credit for what is refused', async () => {
  const api = await metered(1);
  const video = await smallClip(30, 30);
  await bodyOf(await postStart(api, {}), 422, ValidationErrorSchema);
  await bodyOf(await postStart(api, { video, height: '175' }), 422, ValidationErrorSchema);
  await bodyOf(await postStart(api, { video: new TextEncoder().encode('no video') }), 400, ErrorSchema);
  await bodyOf(await postStart(api, { video, subject_id: '3f2b8a52-0000-4000-8000-000000000000' }), 404, ErrorSchema);
  await bodyOf(await postStart(api, { video, notify_via_webhook: 'true' }), 400, ErrorSchema);
  expect(await partnerCredits(api.dataDir, partner)).toMatchObject({ taken: 0, balance: 1 });
});

it('returns the credit of an analysis that fails', async () => {
  const api = await metered(1, { workers: 1 });
  for (let again = 1; again <= 2; again++) {
    await failed(api);
    expect(await partnerCredits(api.dataDir, partner)).toMatchObject({ taken: again, returned: again, balance: 1 });
  }
});

it('keeps the credit of an analysis that fails where the operator says so', async () => {
  const api = await metered(1, { workers: 1, keepCreditsOfFailed: true });
  await failed(api);
  expect(await partnerCredits(api.dataDir, partner)).toMatchObject({ taken: 1, returned: 0, balance: 0 });
});
