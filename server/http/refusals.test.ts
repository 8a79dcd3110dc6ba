import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ApiServer, bodyOf, postStart, startApiServer } from '../../test/support/api-server.ts';
import { requireShared } from '../../test/support/shared.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { uploadsIn } from '../../test/support/uploads-in.ts';
import { ErrorSchema, ValidationErrorSchema } from '../contract/schemas/errors.ts';

let api: ApiServer;
let clip: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  [api, clip] = await Promise.all([startApiServer(), smallClip(30, 30)]);
});
afterAll(() => api.stop());

const uploads = (): readonly string[] => uploadsIn(api.dataDir);
afterEach(() => vi.waitUntil(() => uploads().length === 0, { timeout: 5000 }));

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${api.url}${path}`, init);
const withKey = (path: string): string => `${path}?apiKey=${api.key}`;
const unknownId = '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11';

describe('keys', () => {
  it.each([
    ['POST', '/analysis/start'],
    ['GET', `/analysis/${unknownId}/results`],
    ['GET', `/analysis/${unknownId}/results/calculated_data`],
  ])('%s %s needs one', async (method, path) => {
    const missing = { detail: 'API Key is missing' };
    expect(await bodyOf(await get(path, { method }), 401, ErrorSchema)).toEqual(missing);
    expect(await bodyOf(await get(`${path}?apiKey=`, { method }), 401, ErrorSchema)).toEqual(missing);
    const invalid = { detail: 'Invalid API Key' };
    expect(await bodyOf(await get(`${path}?apiKey=wrong`, { method }), 403, ErrorSchema)).toEqual(invalid);
    expect(await bodyOf(await get(`${path}?apiKey=${api.key}x`, { method }), 403, ErrorSchema)).toEqual(invalid);
  });

  it('are checked before anything of the body is taken', async () => {
    const response = await postStart({ url: api.url, key: 'wrong' }, { video: new Uint8Array(5_000_000) });
    await bodyOf(response, 403, ErrorSchema);
  });
});

describe('unknown things', () => {
  it.each([unknownId, 'nonsense', '..%2f..', "'--"])('an analysis %s', async (id) => {
    for (const path of [`/analysis/${id}/results`, `/analysis/${id}/results/calculated_data`])
      expect(await bodyOf(await get(withKey(path)), 404, ErrorSchema)).toEqual({ detail: 'Analysis not found' });
  });

  it.each(['/', '/nothing', '/%zz', `/${'a'.repeat(3000)}`])('a path %.20s', async (path) => {
    expect(await bodyOf(await get(path), 404, ErrorSchema)).toEqual({ detail: 'Not Found' });
  });

  it('a method', async () => {
    const response = await get(withKey('/analysis/start'), { method: 'PUT', body: 'x' });
    expect(response.headers.get('allow')).toBe('POST');
    expect(await bodyOf(response, 405, ErrorSchema)).toEqual({ detail: 'Method Not Allowed' });
  });

  it('a subject', async () => {
    const response = await postStart(api, { video: clip, subject_id: unknownId });
    expect(await bodyOf(response, 404, ErrorSchema)).toEqual({ detail: 'Subject not found' });
  });

  it('a webhook', async () => {
    const response = await postStart(api, { video: clip, notify_via_webhook: 'true' });
    expect(await bodyOf(response, 400, ErrorSchema)).toMatchObject({ code: 'webhook_not_configured' });
  });
});

describe('forms', () => {
  const fieldsOf = async (response: Response) => {
    const { detail } = (await bodyOf(response, 422, ValidationErrorSchema)) as {
      detail: { loc: string[]; msg: string; type: string }[];
    };
    return detail.map(({ loc, type }) => `${loc.join('.')} ${type}`);
  };

  it('need a video', async () => {
    expect(await fieldsOf(await postStart(api, {}))).toEqual(['body.video missing']);
    expect(await fieldsOf(await postStart(api, { video: 'text' }))).toEqual(['body.video value_error']);
    const long = await postStart(api, { video: 'text'.repeat(10_000) });
    expect(await bodyOf(long, 422, ValidationErrorSchema)).toMatchObject({
      detail: [{ loc: ['body', 'video'], msg: expect.stringContaining('has a filename') }],
    });
    const json = { method: 'POST', body: '{"video":1}', headers: { 'content-type': 'application/json' } };
    expect(await fieldsOf(await get(withKey('/analysis/start'), json))).toEqual(['body.video missing']);
    expect(await fieldsOf(await get(withKey('/analysis/start'), { method: 'POST' }))).toEqual(['body.video missing']);
  });

  it('name every field that is wrong, whatever the order of the parts', async () => {
    const response = await postStart(api, { video: clip, height: '178', treadmill: 'yes', language: 'xx' });
    expect(await fieldsOf(response)).toEqual([
      'body.height less_than_equal',
      'body.language enum',
      'body.pace missing',
    ]);
  });

  it.each([
    ['multipart/form-data', 'abc'],
    ['multipart/form-data; boundary=x', '--x\r\nnothing'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="video"; filename="a"\r\n\r\nabc'],
  ])('that are malformed are refused (%s)', async (type, body) => {
    const response = await get(withKey('/analysis/start'), { method: 'POST', body, headers: { 'content-type': type } });
    expect(await bodyOf(response, 400, ErrorSchema)).toMatchObject({ code: 'malformed_form' });
  });

  it.each(['__proto__', 'constructor', 'toString'])('may have an unknown field %s, as any other', async (name) => {
    const sent = { [name]: 'x', video: clip, height: '178' };
    expect(await fieldsOf(await postStart(api, sent))).toEqual(['body.height less_than_equal']);
    const file = new FormData();
    file.append(name, new Blob(['x']), 'x.txt');
    file.append('language', 'xx');
    const response = await get(withKey('/analysis/start'), { method: 'POST', body: file });
    expect(await fieldsOf(response)).toEqual(['body.video missing', 'body.language enum']);
  });

  it('that break off after a field of the prototype are malformed', async () => {
    const field = '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\na\r\n';
    for (const body of [field, `${field}--x\r\nContent-Disposition: form-data; name="height"\r\n\r\n1.7`]) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x' };
      const response = await get(withKey('/analysis/start'), { method: 'POST', body, headers });
      expect(await bodyOf(response, 400, ErrorSchema)).toMatchObject({ code: 'malformed_form' });
    }
  });

  it('with too many parts are refused', async () => {
    const fields = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`field${index}`, 'x']));
    const response = await postStart(api, { video: clip, ...fields });
    expect(await bodyOf(response, 413, ErrorSchema)).toMatchObject({ code: 'form_too_large' });
  });

  it('with a field that is too long are refused', async () => {
    const response = await postStart(api, { video: clip, height: '1'.repeat(20_000) });
    expect(await bodyOf(response, 413, ErrorSchema)).toMatchObject({ code: 'form_too_large' });
  });
});

describe('videos', () => {
  const refused = async (video: Uint8Array<ArrayBuffer>, status: number, code: string): Promise<void> => {
    const body = await bodyOf(await postStart(api, { video }), status, ErrorSchema);
    expect(body).toMatchObject({ code, detail: expect.not.stringContaining(api.dataDir) });
  };
  const replaced = (from: string, to: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Buffer.from(Buffer.from(clip).toString('latin1').replaceAll(from, to), 'latin1'));

  it('of no bytes', () => refused(new Uint8Array(0), 400, 'invalid_video'));
  it('that are text', () => refused(new TextEncoder().encode('#EXTM3U\nfile:///etc/passwd\n'), 400, 'invalid_video'));
  it('that are noise', () =>
    refused(
      Uint8Array.from({ length: 9999 }, (_, i) => (i * i) % 251),
      400,
      'invalid_video',
    ));
  it('that are cut off', () => refused(clip.slice(0, clip.length * 0.6), 400, 'invalid_video'));
  it('without pictures', () => refused(replaced('vide', 'soun'), 400, 'invalid_video'));
  it('of one frame', async () => refused(await smallClip(1, 30), 400, 'invalid_video'));
  it('of 12 s', async () => refused(await smallClip(120, 10), 400, 'video_too_long'));
  it('of an unknown codec', () => refused(replaced('avc1', 'zzz9'), 415, 'unsupported_video_format'));
  it('of 31 MB', () => refused(new Uint8Array(31_000_000), 413, 'video_too_large'));

  it('of 12 s from a phone', async (context) => {
    const { readFile } = await import('node:fs/promises');
    const path = requireShared(context, 'data/clips/treadmill_side_male_720x1280_30fps_12s_TOO_LONG.mp4');
    await refused(new Uint8Array(await readFile(path)), 400, 'video_too_long');
  });

  it('that stream past the limit without saying their length', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    const head = '--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n';
    const parts = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(head);
      for (let count = 0; count < 33; count++) yield megabyte;
      yield new TextEncoder().encode('\r\n--x--\r\n');
    };
    const response = await get(withKey('/analysis/start'), {
      method: 'POST',
      body: ReadableStream.from(parts()),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    } as RequestInit);
    expect(await bodyOf(response, 413, ErrorSchema)).toMatchObject({ code: 'video_too_large' });
  });

  it('whose upload is broken off leave nothing', async () => {
    const upload = request(`${api.url}${withKey('/analysis/start')}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    upload.on('error', () => undefined);
    upload.write('--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n');
    upload.write(Buffer.alloc(200_000));
    await vi.waitUntil(() => uploads().length === 1, { timeout: 5000 });
    upload.destroy();
    await vi.waitUntil(() => uploads().length === 0, { timeout: 5000 });
    expect((await get('/healthz')).status).toBe(200);
  });
});

/** What comes back for bytes that no client of HTTP would send. */
async function exchange(bytes: string): Promise<{ readonly head: string; readonly body: unknown }> {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  socket.end(bytes);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  const [head, body] = Buffer.concat(chunks).toString().split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('\r\ncontent-type: application/json; charset=utf-8');
  return { head, body: JSON.parse(body) };
}

describe('bytes with a detail', () => {
  const unread = { detail: 'The request cannot be read', code: 'malformed_request' };

  it.each([
    ['that are no HTTP', 'NONSENSE\r\n\r\n'],
    ['without a host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['with two hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n'],
    ...['evil.example/"><script>', 'a b', 'a/b', 'user@a', 'a:port', '[::1', 'a"'].map((host) => [
      `with a host that is none: ${host}`,
      `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ]),
  ])('%s', async (_, bytes) => {
    const { head, body } = await exchange(bytes);
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(body).toEqual(unread);
  });

  it.each(['a', 'run_1.example.org:8080', '127.0.0.1:1', '[::1]:8080', ''])('but not of a host %s', async (host) => {
    const { head } = await exchange(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('that expect what is not done', async () => {
    const { head, body } = await exchange('GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: 200-maybe\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 417 /);
    expect(body).toEqual({ detail: 'The request expects what this server does not do', code: 'expectation_failed' });
  });

  it('but not of HTTP/1.0 for want of a host', async () => {
    const { head, body } = await exchange('GET /healthz HTTP/1.0\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(body).toEqual({ status: 'ok' });
  });
});
