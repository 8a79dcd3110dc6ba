import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownPictures } from '../../../test/support/shown-pictures.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { encodeVideo } from '../../video/encode.ts';
import { bytesPerPicture } from '../../video/planar-picture.ts';
import { PictureRing } from './picture-ring.ts';
import { mostPixelsPerPicture, mostRingBytes } from './ring-bounds.ts';
import { RunnerLoop } from './runner-loop.ts';

const timesAt = (fps: number): Float64Array => Float64Array.from({ length: fps }, (_, i) => i / fps);

test('the pictures of 4K that wait to be read stay within their bytes, and are as large whatever the number of threads', async () => {
  const size = { widthPx: 3_840, heightPx: 2_160 };
  const outPath = join(tempDir(), 'large.mp4');
  const rgb = new Uint8Array(size.widthPx * size.heightPx * 3).fill(90);
  await encodeVideo({ size, fps: 30, frames: [rgb], crf: 40, outPath });
  for (const fps of [30, 60, 199]) {
    const slotCount = RunnerLoop.slotsNeeded(timesAt(fps), 8);
    const [picture] = await shownPictures(outPath, { mostPixels: mostPixelsPerPicture(timesAt(fps)) });
    const ringBytes = slotCount * bytesPerPicture(picture);
    expect(ringBytes).toBeLessThanOrEqual(mostRingBytes);
    expect(ringBytes).toBeGreaterThan(mostRingBytes / 2);
    expect(picture.widthPx / picture.heightPx).toBeCloseTo(16 / 9, 1);
    expect(PictureRing.create(picture, slotCount).shared.pictures.byteLength).toBe(ringBytes);
  }
});

test('the usual phone clips are read as they are', () => {
  for (const fps of [24, 30, 60]) expect(mostPixelsPerPicture(timesAt(fps)), `${fps}`).toBeGreaterThan(1920 * 1088);
});
