import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownPictures } from '../../../test/support/shown-pictures.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { encodeVideo } from '../../video/encode.ts';
import { bytesPerPicture } from '../../video/planar-picture.ts';
import { PictureRing } from './picture-ring.ts';
import { mostPixelsPerSlot, mostRingBytes } from './ring-bounds.ts';
import { RunnerLoop } from './runner-loop.ts';

const slotsAt = (fps: number, threads: number): number =>
  RunnerLoop.slotsNeeded(
    Float64Array.from({ length: fps }, (_, i) => i / fps),
    threads,
  );

test('the pictures of 4K that wait to be read take 128 MiB at most, and no less than half', async () => {
  const size = { widthPx: 3_840, heightPx: 2_160 };
  const outPath = join(tempDir(), 'large.mp4');
  const rgb = new Uint8Array(size.widthPx * size.heightPx * 3).fill(90);
  await encodeVideo({ size, fps: 30, frames: [rgb], crf: 40, outPath });
  expect(mostRingBytes).toBe(128 * 1024 * 1024);
  for (const [fps, threads] of [
    [30, 2],
    [60, 8],
    [199, 8],
  ]) {
    const slotCount = slotsAt(fps, threads);
    const [picture] = await shownPictures(outPath, { mostPixels: mostPixelsPerSlot(slotCount) });
    const ringBytes = slotCount * bytesPerPicture(picture);
    expect(ringBytes).toBeLessThanOrEqual(mostRingBytes);
    expect(ringBytes).toBeGreaterThan(mostRingBytes / 2);
    expect(picture.widthPx / picture.heightPx).toBeCloseTo(16 / 9, 1);
    expect(PictureRing.create(picture, slotCount).shared.pictures.byteLength).toBe(ringBytes);
  }
});
