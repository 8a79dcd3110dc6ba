import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiServer, startApiServer } from '../../test/support/api-server.ts';
import { frozenServer } from '../../test/support/frozen-server.ts';
import { uploadsIn } from '../../test/support/uploads-in.ts';

let server: ApiServer;
beforeAll(async () => {
  server = await startApiServer();
});
afterAll(() => server.stop());

const post = async (boundary: string, body: string): Promise<[number, unknown]> => {
  const response = await fetch(`${server.url}/analysis/start?apiKey=${server.key}`, {
    method: 'POST',
    body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return [response.status, await response.json()];
};
const malformed = [400, expect.objectContaining({ code: 'malformed_form' })];

it.each([1, 70, 251, 252, 5000])('answers a boundary of %i characters', async (length) => {
  const boundary = 'b'.repeat(length);
  const form = `--${boundary}\r\nContent-Disposition: form-data; name="height"\r\n\r\n9\r\n--${boundary}--\r\n`;
  const [status, body] = await post(boundary, form);
  if (length > 252) expect([status, body]).toEqual(malformed);
  else expect([400, 422]).toContain(status);
});

it('answers a form in which the parser comes to a stop, and keeps nothing of it', { timeout: 30_000 }, async () => {
  const skipped = `Content-Disposition: attachment; name="height"\r\n\r\n${'n'.repeat(20_000)}\r\n`;
  const video = 'Content-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n0123456789\r\n';
  const small = 'Content-Disposition: form-data; name="height"\r\n\r\n1.7\r\n';
  const forms = [
    ['', skipped, small],
    [small, skipped, skipped],
    [video, skipped, skipped],
    [skipped, skipped, video],
  ].map((parts) => `${parts.map((part) => `--x\r\n${part}`).join('')}--x--\r\n`);
  const answers = await Promise.all(forms.map((form) => post('x', form)));
  for (const [status] of answers) expect([400, 422]).toContain(status);
  expect(answers).toContainEqual(malformed);
  expect(uploadsIn(server.dataDir)).toEqual([]);
});

it('waits for a disk that takes the video slowly', { timeout: 30_000 }, async () => {
  const { app, videos, close } = await frozenServer();
  let written = 0;
  /** Stands still for longer than a parser may, first and last. */
  const store = async (_name: string, video: Readable): Promise<void> => {
    const slow = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        const isHeld = written === 0 || written + chunk.length === size;
        written += chunk.length;
        void sleep(isHeld ? 3500 : 0).then(() => done());
      },
    });
    await pipeline(video, slow);
  };
  const size = 400_000;
  Object.assign(videos, { maxBytes: size, store });
  try {
    const form = new FormData();
    form.append('video', new Blob([new Uint8Array(size)]), 'run.mp4');
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`${url}/analysis/start?apiKey=slk_key`, { method: 'POST', body: form });
    expect([response.status, written]).toEqual([202, size]);
  } finally {
    await close();
  }
});

it('calls the video what the file is called that is kept, where the form has several', async () => {
  const { app, videos, analyses, close } = await frozenServer();
  try {
    const form = new FormData();
    form.append('video', new Blob(['first']), 'first.mp4');
    form.append('video', new Blob(['the second']), 'second.mp4');
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`${url}/analysis/start?apiKey=slk_key`, { method: 'POST', body: form });
    const { video_id: id } = (await response.json()) as { video_id: string };
    const { partnerId = '' } = (await analyses.ownerOf(id)) ?? {};
    const kept = await analyses.find(partnerId, id);
    expect([videos.sizes.get(kept?.uploadName ?? ''), kept?.clipName]).toEqual([5, 'first.mp4']);
  } finally {
    await close();
  }
});
