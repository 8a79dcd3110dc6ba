import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, bodyOf, postStart, startApiServer } from '../../test/support/api-server.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { createPartnerKey, revokePartnerKey } from '../accounts/partner-keys.ts';
import { toAnalysisBodies } from '../contract/analysis-bodies.ts';
import { CalculatedDataSchema } from '../contract/schemas/calculated-data.ts';
import { ErrorSchema } from '../contract/schemas/errors.ts';
import {
  AnalyzingSchema,
  FailedSchema,
  PendingSchema,
  type SuccessBody,
  SuccessSchema,
} from '../contract/schemas/results.ts';
import { type Started, StartedSchema } from '../contract/schemas/start.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/open-database.ts';
import { SqlAnalysisStore } from '../store/sql-analysis-store.ts';
import type { SqlDatabase } from '../store/sql-database.ts';

const result = toAnalysisBodies(sampleAnalysis());
const pictures = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);

let api: ApiServer;
let clip: Uint8Array<ArrayBuffer>;
let database: SqlDatabase;
let store: SqlAnalysisStore;

// The server runs no analyses here: these tests move its records from state to state themselves.
beforeAll(async () => {
  [api, clip] = await Promise.all([startApiServer(), smallClip(30, 30)]);
  database = await openDatabase(openDataDir(api.dataDir));
  store = new SqlAnalysisStore(database);
});
afterAll(async () => {
  await database.close();
  await api.stop();
});

async function start(): Promise<string> {
  const response = await postStart(api, { video: clip, analysis_type: 'side_view', height: '1.78' });
  const { video_id: id, message } = (await bodyOf(response, 202, StartedSchema)) as Started;
  expect(message).toBe(`Analysis started for ID: ${id}`);
  return id;
}

/** Takes every waiting analysis; the newest is the one just started. */
async function take(id: string): Promise<{ id: string; attempt: number }> {
  for (let record = await store.takeNext(1); record !== null; record = await store.takeNext(1)) {
    if (record.id === id) return record;
  }
  throw new Error('the analysis does not wait');
}

async function succeed(): Promise<string> {
  const id = await start();
  await store.succeed(await take(id), result, 2);
  const folder = join(api.dataDir, 'media', id);
  mkdirSync(folder);
  writeFileSync(join(folder, `${id}_thumbnail.jpg`), pictures);
  writeFileSync(join(folder, `encoded_analyzed_${id}.mp4`), pictures);
  return id;
}

const results = (id: string, key = api.key): Promise<Response> =>
  fetch(`${api.url}/analysis/${id}/results?apiKey=${key}`);
const calculated = (id: string, key = api.key): Promise<Response> =>
  fetch(`${api.url}/analysis/${id}/results/calculated_data?apiKey=${key}`);

describe('results', () => {
  it('of a waiting analysis', async () => {
    const id = await start();
    const body = await bodyOf(await results(id), 200, PendingSchema);
    expect(JSON.stringify(body)).toBe(`{"video_id":"${id}","status":"pending","percentage":0}`);
    expect(await bodyOf(await calculated(id), 409, ErrorSchema)).toMatchObject({ code: 'results_not_ready' });
  });

  it('of a running analysis', async () => {
    const id = await start();
    await store.setPercentage(await take(id), 42, 2);
    const body = await bodyOf(await results(id), 202, AnalyzingSchema);
    expect(JSON.stringify(body)).toBe(`{"video_id":"${id}","status":"analyzing","percentage":42}`);
    expect(await bodyOf(await calculated(id), 409, ErrorSchema)).toMatchObject({ code: 'results_not_ready' });
  });

  it('of a failed analysis', async () => {
    const id = await start();
    await store.fail(await take(id), { code: 'no_person', message: 'No person was found' }, 2);
    expect(await bodyOf(await results(id), 400, FailedSchema)).toEqual({
      video_id: id,
      status: 'failed',
      reason: { code: 'no_person', message: 'No person was found' },
    });
    expect(await bodyOf(await calculated(id), 409, ErrorSchema)).toMatchObject({ code: 'results_not_ready' });
  });

  it('of a finished analysis', async () => {
    const id = await succeed();
    const body = (await bodyOf(await results(id), 200, SuccessSchema)) as SuccessBody;
    expect(body).toMatchObject({ video_id: id, status: 'success', percentage: 100 });
    expect(body.biomechanical_analysis).toEqual(result.biomechanicalAnalysis);
    expect(JSON.stringify(await bodyOf(await calculated(id), 200, CalculatedDataSchema))).toBe(
      JSON.stringify(result.calculatedData),
    );
  });

  it('are found by an id in capitals and behind a slash at the end', async () => {
    const id = await start();
    await bodyOf(await results(id.toUpperCase()), 200, PendingSchema);
    await bodyOf(await fetch(`${api.url}/analysis/${id}/results/?apiKey=${api.key}`), 200, PendingSchema);
  });
});

describe('partners', () => {
  it('see nothing of each other’s, not even that it exists', async () => {
    const id = await succeed();
    const { key } = await createPartnerKey(api.dataDir, 'Zenith');
    const unknown = '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11';
    for (const fetchIt of [results, calculated]) {
      const [theirs, nothing] = await Promise.all([fetchIt(id, key), fetchIt(unknown, key)]);
      expect(theirs.status).toBe(404);
      expect(await theirs.text()).toBe(await nothing.text());
    }
  });

  it('lose what a revoked key could see, at once', async () => {
    const id = await start();
    const { key, keyId } = await createPartnerKey(api.dataDir, 'Acme Running');
    await bodyOf(await results(id, key), 200, PendingSchema);
    await revokePartnerKey(api.dataDir, keyId);
    await bodyOf(await results(id, key), 403, ErrorSchema);
  });
});

describe('media links', () => {
  const linksOf = async (id: string): Promise<{ thumbnail: string; video: string }> => {
    const body = (await bodyOf(await results(id), 200, SuccessSchema)) as SuccessBody;
    return { thumbnail: body.thumbnail ?? '', video: body.output_video ?? '' };
  };
  const refused = async (link: string): Promise<void> => {
    expect(await bodyOf(await fetch(link), 403, ErrorSchema)).toMatchObject({ code: 'link_invalid' });
  };

  it('give the pictures under the documented names, without a key', async () => {
    const id = await succeed();
    const { thumbnail, video } = await linksOf(id);
    expect(new URL(thumbnail).pathname.endsWith(`/${id}_thumbnail.jpg`)).toBe(true);
    expect(new URL(video).pathname.endsWith(`/encoded_analyzed_${id}.mp4`)).toBe(true);
    expect(thumbnail).not.toContain(api.key);
    const picture = await fetch(thumbnail);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(pictures);
    const whole = await fetch(video);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect([whole.headers.get('accept-ranges'), whole.headers.get('content-length')]).toEqual(['bytes', '1000']);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(pictures);
  });

  it('give parts of the video', async () => {
    const { video } = await linksOf(await succeed());
    const part = await fetch(video, { headers: { range: 'bytes=100-299' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-299/1000']);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(pictures.slice(100, 300));
    const beyond = await fetch(video, { headers: { range: 'bytes=1000-' } });
    expect(beyond.headers.get('content-range')).toBe('bytes */1000');
    expect(await bodyOf(beyond, 416, ErrorSchema)).toMatchObject({ code: 'range_not_satisfiable' });
    const head = await fetch(video, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '1000']);
  });

  it('answer a part only of what the client has begun with, and several parts with the whole', async () => {
    const { video } = await linksOf(await succeed());
    const first = await fetch(video);
    const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
    const statusOf = async (headers: Record<string, string>, method = 'GET') => {
      const response = await fetch(video, { method, headers });
      await response.arrayBuffer();
      return [response.status, response.headers.get('content-length')];
    };
    const range = 'bytes=0-9';
    expect(await statusOf({ range, 'if-range': etag })).toEqual([206, '10']);
    expect(await statusOf({ range, 'if-range': modified })).toEqual([206, '10']);
    expect(await statusOf({ range, 'if-range': '"other"' })).toEqual([200, '1000']);
    expect(await statusOf({ range, 'if-range': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toEqual([200, '1000']);
    expect(await statusOf({ range: 'bytes=0-9,20-29' })).toEqual([200, '1000']);
    expect(await statusOf({ range }, 'HEAD')).toEqual([200, '1000']);
  });

  it('answer 304 to a client that has the file already, whatever part it asks for', async () => {
    const { video } = await linksOf(await succeed());
    const first = await fetch(video);
    const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
    await first.arrayBuffer();
    const ask = async (headers: Record<string, string>, method = 'GET') => {
      const response = await fetch(video, { method, headers: { 'cache-control': 'no-store', ...headers } });
      return { status: response.status, length: (await response.arrayBuffer()).byteLength, headers: response.headers };
    };
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"a,b",W/${etag}`, '*'])
      expect(await ask({ 'if-none-match': known })).toMatchObject({ status: 304, length: 0 });
    const { headers } = await ask({ 'if-none-match': etag, range: 'bytes=0-9' });
    expect(headers.get('etag')).toBe(etag);
    expect(headers.get('cache-control')).toMatch(/^private, max-age=/);
    expect([headers.get('content-type'), headers.get('content-length')]).toEqual([null, null]);
    expect(await ask({ 'if-none-match': etag, range: 'bytes=0-9' })).toMatchObject({ status: 304 });
    expect(await ask({ 'if-none-match': etag }, 'HEAD')).toMatchObject({ status: 304 });
    expect(await ask({ 'if-modified-since': modified })).toMatchObject({ status: 304 });
    const day = 'Thu, 01 Jan 1970 00:00:00 GMT';
    for (const other of [{ 'if-none-match': '"other"' }, { 'if-modified-since': day }, { 'if-modified-since': 'x' }])
      expect(await ask(other)).toMatchObject({ status: 200, length: 1000 });
    // A tag that is known to differ counts for more than a time.
    expect(await ask({ 'if-none-match': '"other"', 'if-modified-since': modified })).toMatchObject({ status: 200 });
    expect(await ask({ 'if-none-match': '"other"', range: 'bytes=0-9' })).toMatchObject({ status: 206, length: 10 });
  });

  it('are null where a picture has been deleted', async () => {
    const id = await succeed();
    const pictureOf = async () => (await bodyOf(await results(id), 200, SuccessSchema)) as SuccessBody;
    rmSync(join(api.dataDir, 'media', id, `${id}_thumbnail.jpg`));
    expect(await pictureOf()).toMatchObject({ thumbnail: null, output_video: expect.stringContaining('/media/') });
    rmSync(join(api.dataDir, 'media', id), { recursive: true });
    expect(await pictureOf()).toMatchObject({ status: 'success', thumbnail: null, output_video: null });
  });

  it('say under which name to keep a picture, and for how long', async () => {
    const { thumbnail } = await linksOf(await succeed());
    const { headers } = await fetch(thumbnail);
    expect(headers.get('cache-control')).toMatch(/^private, max-age=3[56]\d\d$/);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="[-0-9a-f]{36}_thumbnail\.jpg"$/);
  });

  it('do not hold when anything of them is changed', async () => {
    const [id, other] = [await succeed(), await succeed()];
    const { thumbnail, video } = await linksOf(id);
    await refused(thumbnail.replaceAll(id, other));
    await refused(thumbnail.replace(`${id}_thumbnail.jpg`, `encoded_analyzed_${id}.mp4`));
    await refused(video.replace(/expires=\d+/, 'expires=99999999999'));
    await refused(video.replace(/signature=../, 'signature=AA'));
    await refused(video.replace(/\?.*/, ''));
    await refused(`${api.url}/media/unknown/unknown_thumbnail.jpg${new URL(thumbnail).search}`);
  });

  it('expire', async () => {
    const brief = await startApiServer({ linkLifetimeS: 0, publicUrl: 'https://runs.example.com/' });
    try {
      const posted = await postStart(brief, { video: clip });
      const { video_id: id } = (await bodyOf(posted, 202, StartedSchema)) as Started;
      const connection = await openDatabase(openDataDir(brief.dataDir));
      const theirs = new SqlAnalysisStore(connection);
      await theirs.takeNext(1);
      await theirs.succeed({ id, attempt: 1 }, result, 2);
      await connection.close();
      mkdirSync(join(brief.dataDir, 'media', id));
      writeFileSync(join(brief.dataDir, 'media', id, `${id}_thumbnail.jpg`), pictures);
      const response = await fetch(`${brief.url}/analysis/${id}/results?apiKey=${brief.key}`);
      const { thumbnail } = (await bodyOf(response, 200, SuccessSchema)) as SuccessBody;
      expect(thumbnail).toMatch(/^https:\/\/runs\.example\.com\/media\//);
      await refused(`${brief.url}${new URL(thumbnail ?? '').pathname}${new URL(thumbnail ?? '').search}`);
    } finally {
      await brief.stop();
    }
  });
});
