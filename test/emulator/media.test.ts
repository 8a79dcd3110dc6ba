import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { probeVideo } from '../../engine/video/probe.ts';
import { annotatedVideoBytes, thumbnailBytes } from '../../server/emulator/media/annotated-clip.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { tempDir } from '../support/temp-dir.ts';
import { Client, emulated } from './client.ts';

/** The links of an analysis that has succeeded. */
async function links(client: Client, fileName: string): Promise<readonly string[]> {
  const { body } = await client.ended(await client.started(fileName));
  return [body.output_video, body.thumbnail];
}

it('carries a video and a picture that are real', async () => {
  const [clipPath, videoPath] = ['clip.mp4', 'video.mp4'].map((name) => join(tempDir(), name));
  writeFileSync(clipPath, sampleClip());
  writeFileSync(videoPath, annotatedVideoBytes);
  const whole = { codec: 'h264', fps: 30, durationS: 2 };
  const clip = await probeVideo(clipPath);
  expect(clip).toMatchObject({ ...whole, widthPx: 240, heightPx: 428 });
  const video = await probeVideo(videoPath);
  expect(video).toMatchObject({ ...whole, widthPx: 320 });
  // Below the picture, of which nothing is squeezed, lies the strip of an upright video.
  const strip = video.heightPx / video.widthPx - clip.heightPx / clip.widthPx;
  expect(strip).toBeGreaterThan(0.2);
  expect(strip).toBeLessThan(0.4);
  const { format, width, height } = await sharp(thumbnailBytes).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 320, height: video.heightPx });
  const { channels } = await sharp(thumbnailBytes).stats();
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
});

it('serves them behind the links, whole and in parts', async () => {
  const client = new Client((await emulated()).url, 'a');
  const [video, thumbnail] = await links(client, 'run.mp4');
  const whole = await fetch(video);
  expect(whole.headers.get('content-type')).toBe('video/mp4');
  expect(Buffer.from(await whole.arrayBuffer()).equals(annotatedVideoBytes)).toBe(true);
  const part = await fetch(video, { headers: { range: 'bytes=4-7' } });
  expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
  expect(Buffer.from(await (await fetch(thumbnail)).arrayBuffer()).equals(thumbnailBytes)).toBe(true);
});

it('lets links expire with the emulated hour', async () => {
  const api = await emulated();
  const client = new Client(api.url, 'a');
  const [video] = await links(client, 'run.mp4');
  await api.advance(3_599_000);
  expect((await fetch(video)).status).toBe(200);
  await api.advance(1000);
  expect((await fetch(video)).status).toBe(403);
});

it('gives out links that have expired, files that are cut off, and none at all', async () => {
  const client = new Client((await emulated()).url, 'a');
  const [expired] = await links(client, 'expired-media.mp4');
  expect(await (await fetch(expired)).json()).toMatchObject({ code: 'link_invalid' });
  const [video, thumbnail] = await links(client, 'truncated-media.mp4');
  expect((await (await fetch(video)).arrayBuffer()).byteLength).toBe(Math.floor(annotatedVideoBytes.length / 2));
  expect((await (await fetch(thumbnail)).arrayBuffer()).byteLength).toBe(Math.floor(thumbnailBytes.length / 2));
  const [missing] = await links(client, 'missing-media.mp4');
  expect((await fetch(missing)).status).toBe(404);
});

it('gives out expired links to a request that asks for them', async () => {
  const client = new Client((await emulated()).url, 'a');
  const id = await client.started('instant.mp4');
  await client.polled(id);
  const { body } = await client.results(id, { 'StrideLab-Scenario': 'expired-media' });
  expect((await fetch(body.output_video)).status).toBe(403);
  expect((await fetch((await client.results(id)).body.output_video)).status).toBe(200);
});
