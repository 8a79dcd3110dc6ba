import { expect, it } from 'vitest';
import type { YuvPicture } from './blend.ts';
import { paintMosaic } from './mosaic.ts';

const size = { widthPx: 64, heightPx: 48 };
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7919) % 251);

const picture = (): YuvPicture => ({
  y: noise(72 * 48),
  u: noise(40 * 24),
  v: noise(40 * 24),
  yStride: 72,
  chromaStride: 40,
});

it.each([
  ['within the picture', { at: { x: 30, y: 24 }, radius: 16 }],
  ['over its edge', { at: { x: 2, y: 46 }, radius: 16 }],
  ['outside of it', { at: { x: -100, y: 46 }, radius: 16 }],
  ['of one pixel', { at: { x: 10, y: 10 }, radius: 1 }],
])('leaves few values %s, and nothing changed outside of the disc', (_, disc) => {
  const [before, after] = [picture(), picture()];
  paintMosaic(after, size, disc);
  for (const [name, stride, scale] of [
    ['y', 72, 1],
    ['u', 40, 2],
    ['v', 40, 2],
  ] as const) {
    const inside = new Set<number>();
    for (let y = 0; y < size.heightPx / scale; y++)
      for (let x = 0; x < stride; x++) {
        const i = y * stride + x;
        const [dx, dy] = [(x + 0.5) * scale - disc.at.x, (y + 0.5) * scale - disc.at.y];
        if (x < size.widthPx / scale && Math.hypot(dx, dy) <= disc.radius) inside.add(after[name][i]);
        else expect(after[name][i]).toBe(before[name][i]);
      }
    expect(inside.size).toBeLessThanOrEqual(25);
  }
});
