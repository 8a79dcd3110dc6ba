import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureMedia } from '../bench/reliability/media/measure-media.ts';
import { startFfmpegChild } from '../engine/video/ffmpeg-child.ts';
import { defaultLimits, probeVideo } from '../engine/video/probe.ts';
import { bombs } from '../fixtures/hostile/bombs.ts';
import { type HostileSource, hostileSources, partFormats } from '../fixtures/hostile/hostile-sources.ts';
import { mutationKinds } from '../fixtures/hostile/mutate.ts';
import { mutatedFile } from '../fixtures/hostile/mutated-files.ts';

let folder: string;
let sources: readonly HostileSource[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  sources = await hostileSources(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bombAt = (name: string): string => {
  const path = join(folder, 'bomb.mp4');
  const bomb = bombs.find((one) => one.name === name);
  if (bomb === undefined) throw new Error(`no bomb ${name}`);
  writeFileSync(path, bomb.make(sources));
  return path;
};
const codeOf = (name: string): Promise<string> =>
  probeVideo(bombAt(name)).then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

it('reads and writes the parts of every container without a loss', async () => {
  for (const { container, codec, bytes } of sources) {
    const { parse, write } = partFormats[container];
    const again = write(parse(bytes));
    // Sizes of WebM are written longer than they were.
    if (container !== 'webm') expect(again.equals(bytes)).toBe(true);
    expect(write(parse(again)).equals(again)).toBe(true);
    const path = join(folder, 'again');
    writeFileSync(path, again);
    expect(await probeVideo(path)).toMatchObject({ container, codec });
  }
});

it('makes the same file of the same seed', () => {
  for (let seed = 0; seed < 2 * mutationKinds.length; seed++) {
    expect(mutatedFile(sources, seed).bytes.equals(mutatedFile(sources, seed).bytes)).toBe(true);
  }
});

it.each([
  ['MP4: 32768 x 32768 by its header', 'unsupported_video_format'],
  ['MP4: pixels of 1 by 65535', 'unsupported_video_format'],
  ['MP4: pixels of 65535 by 1', 'unsupported_video_format'],
  ['MP4: a million frames a second', 'unsupported_video_format'],
  ['AVI: a million frames a second', 'unsupported_video_format'],
  ['MP4: 5000 tracks', 'invalid_video'],
  ['MP4: 2^32 - 1 entries of stts', 'invalid_video'],
  ['MP4: a fragment of 2^28 samples', 'invalid_video'],
  ['MP4: an index that unpacks to 1 GB', 'invalid_video'],
  ['AVI: years long', 'video_too_long'],
  ['MP4: 1,000,000 times the same picture', 'video_too_long'],
])('%s is refused with %s', async (name, code) => {
  expect(await codeOf(name)).toBe(code);
});

it('looks for pictures nowhere but in the file itself', async () => {
  const plain = await probeVideo(join(folder, 'h264.mp4'));
  for (const name of ['MP4: its pictures are at an address', 'MP4: its pictures are in another file']) {
    expect(await probeVideo(bombAt(name))).toMatchObject({ frameTimesS: plain.frameTimesS, codec: 'h264' });
  }
});

it.each(['HLS', 'concat', 'DASH', 'SDP'])('%s is nothing that FFmpeg would follow', async (name) => {
  const child = startFfmpegChild({ kind: 'probe', path: bombAt(name), limits: defaultLimits });
  await expect(child.result).rejects.toMatchObject({ code: 'invalid_video' });
});

it('answers every hostile file with a code and leaves nothing behind', { timeout: 300_000 }, async () => {
  const { files, crashes, leftovers } = await measureMedia(2 * mutationKinds.length, { update: () => undefined });
  expect(files).toHaveLength(bombs.length + 2 * mutationKinds.length);
  expect(files.filter(({ fault }) => fault !== null)).toEqual([]);
  expect({ crashes, leftovers }).toEqual({ crashes: 0, leftovers: [] });
});
