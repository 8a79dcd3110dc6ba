import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeFormats } from '../../fixtures/formats/accepted-formats.ts';
import { type ApiServer, bodyOf, startApiServer } from '../../test/support/api-server.ts';
import { makeClip } from '../../test/support/clips.ts';
import { ErrorSchema } from '../contract/schemas/errors.ts';
import { StartedSchema } from '../contract/schemas/start.ts';

let api: ApiServer;
let folder: string;
let clip: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  api = await startApiServer();
  clip = await readFile(await makeClip(folder, 'clip.mp4', { frameCount: 15 }));
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

function send(bytes: Buffer, name: string, type: string): Promise<Response> {
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(bytes)], { type }), name);
  return fetch(`${api.url}/analysis/start?apiKey=${api.key}`, { method: 'POST', body: form });
}

/** The clip with a box behind it that says nothing, so large that the file has the size asked for. */
function padded(bytes: number): Buffer {
  const box = Buffer.alloc(bytes - clip.length);
  box.writeUInt32BE(box.length);
  box.write('free', 4, 'latin1');
  return Buffer.concat([clip, box]);
}

it('takes a file of 30,000,000 bytes, and none of one byte more', async () => {
  await bodyOf(await send(padded(30_000_000), 'run.mp4', 'video/mp4'), 202, StartedSchema);
  const refused = await bodyOf(await send(padded(30_000_001), 'run.mp4', 'video/mp4'), 413, ErrorSchema);
  expect(refused).toMatchObject({ code: 'video_too_large' });
});

it.each([
  ['avi', 'mjpeg', 'run.mp4', 'video/mp4'],
  ['webm', 'vp8', 'run.avi', 'text/plain'],
  ['mov', 'hevc', '', 'application/octet-stream'],
  ['mp4', 'av1', '../../läuft\n"x".exe', 'image/png'],
] as const)('judges %s with %s by its content, whatever it is called', async (container, codec, name, type) => {
  const toPath = join(folder, `${codec}.${container}`);
  await writeFormats([{ container, codec, fromPath: join(folder, 'clip.mp4'), toPath, fps: 30 }]);
  await bodyOf(await send(await readFile(toPath), name, type), 202, StartedSchema);
});
