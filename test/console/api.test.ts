import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtEntry } from '../../engine/built-entry.ts';
import { partnerCredits } from '../../server/accounts/partner-credits.ts';
import { createPartnerKey } from '../../server/accounts/partner-keys.ts';
import type { ConsoleAnalysis, ConsoleAnalysisList } from '../../server/console/api/analyses.ts';
import type { ConsoleSubject } from '../../server/console/api/subjects.ts';
import { writeDetails } from '../../server/details/details-file.ts';
import { toDetails } from '../../server/details/to-details.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { detailsName } from '../../server/store/media-files.ts';
import { type ApiServer, startApiServer } from '../support/api-server.ts';
import { type ConsoleClient, signedIn, somePassword } from '../support/console-client.ts';
import { sampleAnalysis } from '../support/sample-analysis.ts';

const clipForm = (fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

const detailsRequest = { heightM: 1.8, treadmill: true, paceSPerKm: 330, language: 'fr' } as const;

const unknownId = '00000000-0000-4000-8000-000000000000';

describe('the console’s API', () => {
  let server: ApiServer;
  let mia: ConsoleClient;
  beforeAll(async () => {
    const workerEntry = builtEntry(import.meta.url, '../../bench/reliability/emulated-analyser.js');
    server = await startApiServer({ workers: 1, workerEntry, webhookHttp: true, webhookAllow: ['127.0.0.1'] });
    mia = await signedIn(server);
  });
  afterAll(() => server.stop());

  const finished = async (id: string): Promise<ConsoleAnalysis> => {
    await expect
      .poll(async () => ((await mia.ask('GET', `/analyses/${id}`)).body as ConsoleAnalysis).status, { timeout: 30_000 })
      .toBe('success');
    return (await mia.ask('GET', `/analyses/${id}`)).body as ConsoleAnalysis;
  };

  it('leads a browser that asks for / to the console, and tells programs as ever that nothing is there', async () => {
    const ask = (accept: string) => fetch(`${server.url}/`, { headers: { accept }, redirect: 'manual' });
    const browser = await ask('text/html,application/xhtml+xml,*/*;q=0.8');
    expect([browser.status, browser.headers.get('location')]).toEqual([302, '/console']);
    for (const accept of ['*/*', 'application/json']) {
      const program = await ask(accept);
      expect([program.status, await program.json()]).toEqual([404, { detail: 'Not Found' }]);
    }
  });

  it('says who is signed in, and keeps the language', async () => {
    const { status, body } = await mia.ask('GET', '/session');
    expect(status).toBe(200);
    expect(body).toEqual({
      name: 'Mia',
      partnerId: expect.any(String),
      partner: 'Acme Running',
      language: null,
      expiresAtMs: expect.any(Number),
      idleMs: 7_200_000,
    });
    expect((await mia.ask('PUT', '/session/language', { language: 'xx' })).status).toBe(422);
    expect((await mia.ask('PUT', '/session/language', { language: 'ko' })).status).toBe(204);
    expect((await mia.ask('GET', '/session')).body).toMatchObject({ language: 'ko' });
  });

  it('takes an upload, follows it to its end, and shows what came out', { timeout: 60_000 }, async () => {
    const { body: subject } = await mia.ask('POST', '/subjects', { name: 'Ben', heightM: 1.8 });
    const { id: subjectId } = subject as ConsoleSubject;
    const form = clipForm({ subject_id: subjectId, height: '1.8', treadmill: 'true', pace: '05:30', language: 'fr' });
    const started = await mia.ask('POST', '/analyses', form);
    expect(started).toMatchObject({ status: 202, body: { id: expect.any(String) } });
    const { id } = started.body as { readonly id: string };
    const analysis = await finished(id);
    const { videoUrl, thumbnailUrl } = analysis.media ?? {};
    expect(analysis).toEqual({
      id,
      status: 'success',
      percentage: 100,
      analysisType: 'side_view',
      subjectId,
      clipName: 'run.mp4',
      createdAtMs: expect.any(Number),
      heightM: 1.8,
      weightKg: 70,
      treadmill: true,
      pace: '05:30',
      fullBody: true,
      language: 'fr',
      reason: null,
      unmeasured: null,
      media: { videoUrl, thumbnailUrl },
    });
    for (const url of [videoUrl, thumbnailUrl]) {
      expect(url).toMatch(/^\/media\//);
      expect((await fetch(server.url + url)).status).toBe(200);
    }
    const { body: list } = await mia.ask('GET', `/analyses?subjectId=${subjectId}`);
    expect(list).toEqual({ analyses: [analysis], next: null });
    const { body: results } = await mia.ask('GET', `/analyses/${id.toUpperCase()}/results`);
    const viaApi = await (await fetch(`${server.url}/analysis/${id}/results?apiKey=${server.key}`)).json();
    const withoutLinks = (body: unknown) => JSON.stringify(body).replace(/\?expires=[^"]*/g, '');
    expect(withoutLinks((results as { readonly results: unknown }).results)).toBe(withoutLinks(viaApi));
    expect(results).toMatchObject({ calculatedData: expect.any(Object) });
    const history = await mia.ask('GET', `/subjects/${subjectId}/history`);
    const entry = { analysisId: id, createdAtMs: analysis.createdAtMs, analysisType: 'side_view', metrics: [] };
    expect(history).toMatchObject({ status: 200, body: [entry] });
    expect(await mia.ask('GET', `/analyses/${id}/details`)).toMatchObject({
      status: 404,
      body: { code: 'details_not_found' },
    });
    expect(await mia.ask('GET', `/analyses/${id}/report`)).toMatchObject({ body: { code: 'details_not_found' } });
    const details = toDetails(sampleAnalysis(), detailsRequest);
    await writeDetails(join(server.dataDir, 'media', id, '1', detailsName(id)), details);
    for (const encoding of ['gzip', 'identity']) {
      const told = await mia.ask('GET', `/analyses/${id}/details`, undefined, { 'accept-encoding': encoding });
      expect(told).toMatchObject({ status: 200, body: JSON.parse(JSON.stringify(details)) });
      expect(told.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    }
    const measured = await mia.ask('GET', `/subjects/${subjectId}/history`);
    // The copy of the video lies where it is swept up after a kill, not among the system's.
    vi.stubEnv('TMPDIR', join(server.dataDir, 'none'));
    const report = await mia.ask('GET', `/analyses/${id}/report?language=it`).finally(() => vi.unstubAllEnvs());
    expect(report.status).toBe(200);
    expect(report.headers.get('content-disposition')).toBe(`attachment; filename="${id}-report.html"`);
    expect(report.body).toContain('<html lang="it">');
    expect((await mia.ask('GET', `/analyses/${id}/report?language=xx`)).status).toBe(422);
    const metrics = details.metrics.map(({ id: metric, side, value, halfWidth, unit }) => ({
      id: metric,
      side,
      value,
      halfWidth,
      unit,
    }));
    expect(metrics.length).toBeGreaterThan(20);
    expect(measured.body).toEqual([{ ...entry, metrics: JSON.parse(JSON.stringify(metrics)) }]);
    expect((await mia.ask('DELETE', `/analyses/${id}`)).status).toBe(204);
    expect(await mia.ask('GET', `/analyses/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'analysis_not_found' },
    });
    expect((await fetch(server.url + videoUrl)).status).toBe(403);
  });

  it('pages through the analyses', { timeout: 60_000 }, async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { body } = await mia.ask('POST', '/analyses', clipForm());
      ids.unshift((body as { readonly id: string }).id);
    }
    const first = (await mia.ask('GET', '/analyses?limit=2')).body as ConsoleAnalysisList;
    expect(first.analyses.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.next).toBe(ids[1]);
    const second = (await mia.ask('GET', `/analyses?limit=2&before=${first.next}`)).body as ConsoleAnalysisList;
    expect(second.analyses.map(({ id }) => id)).toEqual([ids[2]]);
    expect(second.next).toBeNull();
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'limit=1&limit=2', 'before=a&before=b'])
      expect(await mia.ask('GET', `/analyses?${query}`)).toMatchObject({
        status: 422,
        body: { code: 'invalid_fields' },
      });
    for (const id of ids) await finished(id);
  });

  it('refuses uploads as the API does', async () => {
    const wrong = await mia.ask('POST', '/analyses', clipForm({ height: '18', treadmill: 'true' }));
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid_fields' } });
    expect(JSON.stringify(wrong.body)).toContain('pace');
    const noVideo = new FormData();
    noVideo.append('video', new Blob(['no video']), 'run.mp4');
    expect(await mia.ask('POST', '/analyses', noVideo)).toMatchObject({ status: 400, body: { code: 'invalid_video' } });
    expect(await mia.ask('POST', '/analyses', clipForm({ subject_id: unknownId }))).toMatchObject({
      status: 404,
      body: { code: 'subject_not_found' },
    });
    await createPartnerKey(server.dataDir, 'Empty', { credits: 0 });
    const ben = await signedIn(server, 'Ben', 'Empty');
    expect(await ben.ask('POST', '/analyses', clipForm())).toMatchObject({
      status: 402,
      body: { code: 'insufficient_credits' },
    });
    expect(await ben.ask('GET', '/credits')).toMatchObject({
      body: { balance: 0, ledger: [{ kind: 'granted', amount: 0, balance: 0 }] },
    });
  });

  it('keeps subjects', async () => {
    const made = await mia.ask('POST', '/subjects', {
      name: 'Ana',
      email: 'ana@example.com',
      heightM: 1.7,
      weightKg: 60,
    });
    expect(made.status).toBe(201);
    const { id } = made.body as ConsoleSubject;
    const changed = await mia.ask('PUT', `/subjects/${id}`, { email: null, weightKg: 61 });
    const subject = { id, name: 'Ana', email: null, heightM: 1.7, weightKg: 61, createdAtMs: expect.any(Number) };
    expect(changed).toMatchObject({ status: 200, body: subject });
    expect((await mia.ask('GET', `/subjects/${id}`)).body).toEqual(subject);
    expect((await mia.ask('GET', '/subjects')).body).toMatchObject({ subjects: expect.arrayContaining([subject]) });
    expect(await mia.ask('PUT', `/subjects/${id}`, { heightM: 170 })).toMatchObject({ status: 422 });
    expect(await mia.ask('POST', '/subjects')).toMatchObject({ status: 422, body: { code: 'invalid_fields' } });
    expect((await mia.ask('GET', `/subjects/${id}/history`)).body).toEqual([]);
    expect((await mia.ask('DELETE', `/subjects/${id}`)).status).toBe(204);
    expect(await mia.ask('GET', `/subjects/${id}`)).toMatchObject({ status: 404, body: { code: 'subject_not_found' } });
  });

  it('makes, rotates and revokes keys', async () => {
    const made = await mia.ask('POST', '/keys', { label: ' laptop ' });
    expect(made).toMatchObject({ status: 201, body: { label: 'laptop', key: expect.stringMatching(/^slk_/) } });
    const { keyId, key } = made.body as { readonly keyId: string; readonly key: string };
    const works = async (apiKey: string) => (await fetch(`${server.url}/subjects?apiKey=${apiKey}`)).status;
    expect(await works(key)).toBe(200);
    const fresh = await mia.ask('POST', `/keys/${keyId}/rotate`);
    const { keyId: freshId, key: freshKey } = fresh.body as { readonly keyId: string; readonly key: string };
    expect([await works(key), await works(freshKey)]).toEqual([403, 200]);
    expect((await mia.ask('DELETE', `/keys/${freshId}`)).status).toBe(204);
    expect(await works(freshKey)).toBe(403);
    for (const answer of [
      await mia.ask('DELETE', `/keys/${freshId}`),
      await mia.ask('POST', `/keys/${unknownId}/rotate`),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'key_not_found' } });
    const { body } = await mia.ask('GET', '/keys');
    expect(JSON.stringify(body)).not.toContain(freshKey);
    expect(body).toMatchObject({ keys: expect.arrayContaining([expect.objectContaining({ keyId: freshId })]) });
  });

  it('shows credits and usage as the command line does', async () => {
    const { body } = await mia.ask('GET', '/credits');
    expect((await partnerCredits(server.dataDir, 'Acme Running')).metered).toBe(false);
    expect(body).toMatchObject({ balance: null });
    const month = new Date().toISOString().slice(0, 7);
    expect((await mia.ask('GET', '/usage')).body).toMatchObject({ counts: [{ month, outcome: 'success' }] });
  });

  it('saves, tests and removes the webhook', async () => {
    const events: string[] = [];
    const receiver = createServer((request, response) => {
      request.on('data', (data: Buffer) => void events.push(data.toString()));
      request.on('end', () => response.writeHead(204).end());
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    expect((await mia.ask('GET', '/webhook')).body).toEqual({ webhook: null });
    expect(await mia.ask('POST', '/webhook/test')).toMatchObject({
      status: 400,
      body: { code: 'webhook_not_configured' },
    });
    for (const refused of ['http://169.254.169.254/x', 'ftp://example.com'])
      expect((await mia.ask('PUT', '/webhook', { url: refused, enabled: true })).status).toBe(422);
    const saved = { webhook: { url, enabled: true, updatedAtMs: expect.any(Number) } };
    expect((await mia.ask('PUT', '/webhook', { url, enabled: true })).body).toEqual(saved);
    expect((await mia.ask('POST', '/webhook/test')).body).toEqual({ isDelivered: true, status: 204, error: null });
    expect(events.join()).toContain('webhook.test');
    const both = await Promise.all([mia.ask('POST', '/webhook/test'), mia.ask('POST', '/webhook/test')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
    receiver.close();
    await once(receiver, 'close');
    expect((await mia.ask('POST', '/webhook/test')).body).toMatchObject({ isDelivered: false, status: null });
    expect((await mia.ask('DELETE', '/webhook')).status).toBe(204);
    expect((await mia.ask('GET', '/webhook')).body).toEqual({ webhook: null });
  });

  it('answers what there is not with JSON, not with the page', async () => {
    for (const path of ['', '/', '/nothing', '/analyses/x/y'])
      expect(await mia.ask('GET', path)).toMatchObject({ status: 404, body: { detail: 'Not Found' } });
    expect(await mia.ask('POST', '/nothing', {})).toMatchObject({ status: 405 });
    expect(await mia.ask('GET', `/analyses/${unknownId}/details`)).toMatchObject({ status: 404 });
  });
});

it('keeps a password that is the person’s own to change', { timeout: 30_000 }, async () => {
  const server = await startApiServer();
  const here = await signedIn(server);
  const { ConsoleClient } = await import('../support/console-client.ts');
  const there = new ConsoleClient(server.url);
  await there.signIn('mia', somePassword);
  const next = 'another long password';
  const change = (current: string, to: string) => here.ask('PUT', '/session/password', { current, next: to });
  expect(await change('wrong password', next)).toMatchObject({ status: 400, body: { code: 'password_wrong' } });
  expect(await change(somePassword, 'short')).toMatchObject({ status: 422 });
  expect((await change(somePassword, next)).status).toBe(204);
  expect((await here.ask('GET', '/session')).status).toBe(200);
  expect((await there.ask('GET', '/session')).status).toBe(204);
  expect((await there.signIn('Mia', somePassword)).status).toBe(401);
  expect((await there.signIn('Mia', next)).status).toBe(200);
  await server.stop();
});
