import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import type { FrameBody, FrameDataHeader } from '../contract/schemas/frame-data.ts';
import { type FrameDataFile, readFrameData, writeFrameData } from './frame-data-file.ts';

const header: FrameDataHeader = { fps: 30, width: 640, height: 480, model: 'a\nb', keypoint_names: ['nöse', 'hip'] };
const frame = (index: number): FrameBody => ({
  index,
  time_s: index / 30,
  keypoints: [[1.5, 2.25, 0.5], null],
  angles: everyJoint(() => null),
  events: [],
});
const frames = (count: number): FrameBody[] => Array.from({ length: count }, (_, index) => frame(index));

async function written(count: number): Promise<{ path: string; file: FrameDataFile }> {
  const path = join(tempDir(), 'frames.ndjson');
  await writeFrameData(path, header, frames(count));
  return { path, file: (await readFrameData(path))! };
}

it.each([0, 1, 2, 500])('gives back %i frames, as lines and as one object', async (count) => {
  const { path, file } = await written(count);
  const lines = (await text(file.ndjson())).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([header, ...frames(count)]);
  expect(JSON.parse(await text(file.json()))).toEqual({ ...header, frames: frames(count) });
  expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
});

it('joins lines wherever the disk cuts them', async () => {
  const { file } = await written(20);
  const whole = await text(file.json());
  for (const highWaterMark of [1, 7, 64]) {
    const pieces = file.json({ highWaterMark });
    expect(await text(pieces)).toBe(whole);
  }
});

it('is read in pieces, not whole', async () => {
  const path = join(tempDir(), 'large.ndjson');
  await writeFrameData(path, header, frames(20_000));
  const stream: Readable = (await readFrameData(path))!.json();
  let largest = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) largest = Math.max(largest, piece.length);
  expect(largest).toBeLessThan(200_000);
});

it('appears whole or not at all', async () => {
  const folder = tempDir();
  const broken = function* (): Generator<FrameBody, void> {
    yield frame(0);
    throw new Error('lost');
  };
  await expect(writeFrameData(join(folder, 'frames.ndjson'), header, broken())).rejects.toThrow('lost');
  expect(readdirSync(folder)).toEqual([]);
});

it('is null where there is none, and an error where it cannot be opened', async () => {
  const folder = tempDir();
  expect(await readFrameData(join(folder, 'missing.ndjson'))).toBeNull();
  writeFileSync(join(folder, 'file'), '');
  await expect(readFrameData(join(folder, 'file', 'frames.ndjson'))).rejects.toThrow('ENOTDIR');
});
