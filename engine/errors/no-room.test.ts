import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startFfmpegChild } from '../video/ffmpeg-child.ts';
import { recordHeader } from '../video/protocol.ts';
import { writeThumbnail } from '../video/thumbnail.ts';
import { isNoRoom } from './no-room.ts';
import { StrideError } from './stride-error.ts';

/** Takes no byte, as a disk that is full. */
const fullPath = '/dev/full';
const size = { widthPx: 64, heightPx: 64 };
const picture = new Uint8Array(size.widthPx * size.heightPx * 3);

async function encodeToFullDisk(): Promise<void> {
  const outPath = fullPath;
  const child = startFfmpegChild({ kind: 'encode', size, fps: 30, timesS: null, transfer: 'bt709', crf: 18, outPath });
  for (const record of [picture, new Uint8Array()]) {
    child.stdin.write(recordHeader(record.length));
    child.stdin.write(record);
  }
  await child.result;
}

it.skipIf(process.platform !== 'linux').each([
  ['a file', async () => writeFileSync(fullPath, 'x')],
  ['a video', encodeToFullDisk],
  ['a picture', () => writeThumbnail(picture, size, fullPath)],
])('knows a full disk where %s is written', async (_what, write) => {
  const error: unknown = await write().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(isNoRoom(error)).toBe(true);
  expect(isNoRoom(new StrideError('output_not_writable', 'a', { cause: error }))).toBe(true);
});

it.each([
  ['writing a picture: Disk quota exceeded', true],
  ['encoding a picture: Invalid argument', false],
])('goes by what FFmpeg says: %s', (words, expected) => {
  expect(isNoRoom(new StrideError('decoder_failed', words))).toBe(expected);
});
