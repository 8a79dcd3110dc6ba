import { expect, it } from 'vitest';
import { readContainer } from '../../server/console/app/upload/read-container.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';

const bytesOf = (clip: Uint8Array): ArrayBuffer => new Uint8Array(clip).buffer;

it('reads length, picture and frame rate of an MP4', async () => {
  const { durationS, widthPx, heightPx, frameRate } = await readContainer(bytesOf(sampleClip()));
  expect(durationS).toBeGreaterThan(0.5);
  expect(Number.isInteger(widthPx) && Number.isInteger(heightPx)).toBe(true);
  expect(frameRate).toBeGreaterThan(5);
});

it('tells nothing of what is no MP4', async () => {
  const nothing = { durationS: null, widthPx: null, heightPx: null, frameRate: null };
  expect(await readContainer(new TextEncoder().encode('no clip at all, but some text').buffer)).toEqual(nothing);
  expect(await readContainer(new ArrayBuffer(0))).toEqual(nothing);
  expect(await readContainer(bytesOf(sampleClip().subarray(0, 200)))).toEqual(nothing);
});
