import { describe, expect, test } from 'vitest';
import { rgbPicture } from '../video/planar-picture.ts';
import { type Crop, toPictureX, toPictureY, wholePicture } from './crop.ts';
import { createWarp, type WarpTarget } from './warp.ts';

interface Packed {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}

/** A picture of pseudo-random bytes from a fixed linear congruence. */
function noisePicture(widthPx: number, heightPx: number): Packed {
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  let state = 12345;
  for (let i = 0; i < rgb.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    rgb[i] = state >>> 24;
  }
  return { widthPx, heightPx, rgb };
}

/** The same by definition: each output pixel's centre, sampled from the four pixels around it. */
function slowWarp(picture: Packed, crop: Crop, target: WarpTarget): Float32Array {
  const { widthPx, heightPx, rgb } = picture;
  const tensor = new Float32Array(target.widthPx ** 2 * 3);
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  for (let row = 0; row < target.widthPx; row++) {
    for (let column = 0; column < target.widthPx; column++) {
      const u = (column + 0.5) / target.widthPx;
      const v = (row + 0.5) / target.widthPx;
      const x = toPictureX(crop, u, v);
      const y = toPictureY(crop, u, v);
      const outside = x < 0 || y < 0 || x > widthPx || y > heightPx;
      for (let c = 0; c < 3; c++) {
        const at = (column_: number, row_: number) =>
          rgb[(clamp(row_, heightPx - 1) * widthPx + clamp(column_, widthPx - 1)) * 3 + c];
        const left = Math.floor(x - 0.5);
        const top = Math.floor(y - 0.5);
        const fx = x - 0.5 - left;
        const fy = y - 0.5 - top;
        const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
        const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
        const value = outside && target.border === 'black' ? 0 : upper * (1 - fy) + lower * fy;
        tensor[(row * target.widthPx + column) * 3 + c] = target.offset[c] + value * target.gain[c];
      }
    }
  }
  return tensor;
}

function worstDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i])), 0);
}

const square = (sidePx: number) => ({ widthPx: sidePx, heightPx: sidePx, layout: 'nhwc', channels: 'rgb' }) as const;

const picture = noisePicture(37, 23);
const crops: Record<string, Crop> = {
  inside: { centreXPx: 18.3, centreYPx: 11.9, sidePx: 14.2, rotationRad: 0 },
  turned: { centreXPx: 17, centreYPx: 12.25, sidePx: 13, rotationRad: 0.7 },
  'over the edge': { centreXPx: 33.1, centreYPx: 3.3, sidePx: 30, rotationRad: -0.3 },
  'wholly outside': { centreXPx: -50, centreYPx: 90, sidePx: 30, rotationRad: 0 },
  'whole picture': wholePicture(picture),
};

describe.each(['black', 'edge'] as const)('with a border of %s', (border) => {
  test.each(Object.entries(crops))('a crop %s equals bilinear sampling by definition', (_name, crop) => {
    const target: WarpTarget = { ...square(31), gain: [2 / 255, 2 / 255, 2 / 255], offset: [-1, -1, -1], border };
    const tensor = new Float32Array(31 * 31 * 3).fill(Number.NaN);
    createWarp(target)(rgbPicture(picture), crop, tensor);
    expect(worstDifference(tensor, slowWarp(picture, crop, target))).toBeLessThan(2e-4);
  });
});

test('a crop of the size of the tensor copies the pixels', () => {
  const tensor = new Float32Array(23 * 23 * 3);
  const crop: Crop = { centreXPx: 11.5, centreYPx: 11.5, sidePx: 23, rotationRad: 0 };
  const warp = createWarp({ ...square(23), gain: [1, 1, 1], offset: [0, 0, 0], border: 'black' });
  warp(rgbPicture(picture), crop, tensor);
  for (let row = 0; row < 23; row++) {
    const copied = Array.from(tensor.subarray(row * 69, row * 69 + 69), Math.round);
    expect(copied).toEqual(Array.from(picture.rgb.subarray(row * 111, row * 111 + 69)));
  }
});
