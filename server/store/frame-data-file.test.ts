import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import type { FrameBody, FrameDataHeader } from '../contract/schemas/frame-data.ts';
import { type FrameDataFile, readFrameData, writeFrameData } from './frame-data-file.ts';
import { FolderObjects } from './media/folder-objects.ts';

const header: FrameDataHeader = { fps: 30, width: 640, height: 480, model: 'a\nb', keypoint_names: ['nöse', 'hip'] };
const frame = (index: number): FrameBody => ({
  index,
  time_s: index / 30,
  keypoints: [[1.5, 2.25, 0.5], null],
  angles: everyJoint(() => null),
  events: [],
});
const frames = (count: number): FrameBody[] => Array.from({ length: count }, (_, index) => frame(index));

interface Written {
  readonly path: string;
  /** Opens it to be read once. */
  open(): Promise<FrameDataFile>;
}

async function written(count: number): Promise<Written> {
  const folder = tempDir();
  const path = join(folder, 'frames.ndjson');
  await writeFrameData(path, header, frames(count));
  return { path, open: async () => readFrameData((await new FolderObjects(folder).open('frames.ndjson'))!) };
}

it.each([0, 1, 2, 500])('gives back %i frames, as lines and as one object', async (count) => {
  const { path, open } = await written(count);
  const lines = (await text((await open()).ndjson())).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([header, ...frames(count)]);
  expect(JSON.parse(await text((await open()).json()))).toEqual({ ...header, frames: frames(count) });
  expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`);
});

it('joins lines wherever the disk cuts them', async () => {
  const { open } = await written(20);
  const whole = await text((await open()).json());
  for (const highWaterMark of [1, 7, 64]) {
    const pieces = (await open()).json({ highWaterMark });
    expect(await text(pieces)).toBe(whole);
  }
});

it('is read in pieces, not whole', async () => {
  const { open } = await written(20_000);
  const stream: Readable = (await open()).json();
  let largest = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) largest = Math.max(largest, piece.length);
  expect(largest).toBeLessThan(200_000);
});

it.each([
  ['before it is read', 0],
  ['in the midst of it', 1],
])('closes the file when the reader leaves %s', async (_, pieces) => {
  const source = new PassThrough();
  source.write('{"fps":30}\n');
  const file = { sizeBytes: 1, modifiedMs: 1, read: () => source, close: async () => undefined };
  const object = readFrameData(file).json();
  if (pieces > 0) await once(object, 'data');
  object.destroy();
  await expect.poll(() => source.destroyed).toBe(true);
});

it('fails where the file cannot be read on', async () => {
  const source = new PassThrough();
  const file = { sizeBytes: 1, modifiedMs: 1, read: () => source, close: async () => undefined };
  const read = text(readFrameData(file).json());
  source.destroy(new Error('lost'));
  await expect(read).rejects.toThrow('lost');
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
