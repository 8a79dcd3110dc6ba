import { expect, it } from 'vitest';
import type { YuvPicture } from './blend.ts';
import { lumaSharpness } from './sharpness.ts';

const [width, height] = [64, 48];

/** Stripes whose edges are smeared over so many pixels, with a sharp corner elsewhere. */
function striped(smearPx: number): YuvPicture {
  const y = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < width; x++) {
      const place = x % 16;
      const share = Math.min(1, Math.max(0, (place - 4) / smearPx)) - Math.min(1, Math.max(0, (place - 12) / smearPx));
      y[row * width + x] = row < 8 ? 255 * ((x + row) % 2) : 40 + 160 * share;
    }
  }
  const chroma = new Uint8Array((width * height) / 4);
  return { y, u: chroma, v: chroma, yStride: width, chromaStride: width / 2 };
}

const stripes = { left: 2, top: 10, width: 60, height: 36 };

it('falls with the smear of what is in the region, whatever lies beside it', () => {
  const values = [0.01, 1.5, 3, 4].map((smear) => lumaSharpness(striped(smear), stripes));
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(values[0]).toBeGreaterThan(3 * values[3]);
  expect(lumaSharpness(striped(4), { ...stripes, top: 0, height: 8 })).toBeGreaterThan(100 * values[3]);
});

it('is nothing of a region without an inside', () => {
  expect(lumaSharpness(striped(1), { left: 3, top: 12, width: 2, height: 9 })).toBe(0);
});
