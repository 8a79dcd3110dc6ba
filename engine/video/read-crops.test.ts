import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeClip, patchBox, setMatrix } from '../../test/support/clips.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { decodeFrames } from './decode.ts';
import { probeVideo } from './probe.ts';
import { readCrops } from './read-crops.ts';

const size = { widthPx: 128, heightPx: 64 };

/** Mean and largest difference of a crop from the same pixels of whole frames. */
async function difference(path: string) {
  const probe = await probeVideo(path);
  const { widthPx, heightPx } = probe;
  const crops = [
    { frame: 2, leftPx: 10, topPx: 6, widthPx: 20, heightPx: 30, pixelPx: 1 },
    { frame: 7, leftPx: widthPx - 24, topPx: heightPx - 24, widthPx: 24, heightPx: 24, pixelPx: 1 },
    { frame: 2, leftPx: 0, topPx: 0, widthPx: 16, heightPx: 16, pixelPx: 2 },
  ];
  const cut = await readCrops(probe, crops);
  const away: number[] = [];
  for await (const { index, rgb } of decodeFrames(probe, { widthPx, heightPx })) {
    crops.forEach((crop, i) => {
      if (crop.frame !== index) return;
      const { pixelPx } = crop;
      for (let row = 0; row < crop.heightPx; row++) {
        for (let column = 0; column < crop.widthPx; column++) {
          for (let c = 0; c < 3; c++) {
            let sum = 0;
            for (let k = 0; k < pixelPx * pixelPx; k++) {
              const x = crop.leftPx + column * pixelPx + (k % pixelPx);
              const y = crop.topPx + row * pixelPx + Math.floor(k / pixelPx);
              sum += rgb[(y * widthPx + x) * 3 + c];
            }
            const got = cut[i]?.[(row * crop.widthPx + column) * 3 + c] ?? Number.NaN;
            away.push(Math.abs(got - sum / (pixelPx * pixelPx)));
          }
        }
      }
    });
  }
  return { mean: away.reduce((a, b) => a + b, 0) / away.length, most: Math.max(...away), n: away.length };
}

it('cuts the pixels that whole frames show', async () => {
  const path = await makeClip(tempDir(), 'clip.mp4', {
    size,
    frameCount: 10,
    paint: (x, y, frame) => [60 + x, 60 + 2 * y, 40 + 10 * frame],
  });
  const { mean, most, n } = await difference(path);
  expect(n).toBe(3 * (20 * 30 + 24 * 24 + 16 * 16));
  expect(mean).toBeLessThan(1.5);
  expect(most).toBeLessThan(8);
});

it('cuts them upright from a clip that lies on its side', async () => {
  const folder = tempDir();
  const path = await makeClip(folder, 'clip.mp4', {
    size,
    frameCount: 10,
    paint: (x, y, frame) => [60 + x, 60 + 2 * y, 40 + 10 * frame],
  });
  const turned = await patchBox(path, join(folder, 'turned.mp4'), 'tkhd', (file, at) =>
    setMatrix(file, at, [0, 1, -1, 0]),
  );
  const { mean, most } = await difference(turned);
  expect(mean).toBeLessThan(1.5);
  expect(most).toBeLessThan(8);
});

it('gives nothing for a frame that there is not', async () => {
  const path = await makeClip(tempDir(), 'clip.mp4', { size, frameCount: 12 });
  const probe = await probeVideo(path);
  const region = { leftPx: 0, topPx: 0, widthPx: 4, heightPx: 4, pixelPx: 1 };
  const [first, second] = await readCrops(probe, [
    { frame: 1, ...region },
    { frame: 90, ...region },
  ]);
  expect(first).toHaveLength(48);
  expect(second).toBeUndefined();
  expect(await readCrops(probe, [])).toEqual([]);
});
