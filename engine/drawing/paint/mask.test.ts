import { beforeEach, describe, expect, it } from 'vitest';
import { arc, capsule, disc, ring, roundedBox, type Shape, triangle, wedge } from '../shape.ts';
import { fadedProfile } from './faded-profile.ts';
import { cellShift, Mask } from './mask.ts';
import { traceShape } from './trace-shape.ts';

const size = { widthPx: 120, heightPx: 90 };
const from = { x: 40.3, y: 50.2 };
const to = { x: 80.3, y: 20.2 };
let mask: Mask;
beforeEach(() => {
  mask = new Mask(size);
});

function cover(shape: Shape, outlinePx = 0): void {
  mask.sharp(outlinePx);
  traceShape(shape, outlinePx, mask);
}
const areaOf = (cover: Uint8Array): number => cover.reduce((sum, value) => sum + value, 0) / 255;

describe('the mask covers the area of each figure, and of its outline', () => {
  it.each<[string, Shape, number, number]>([
    ['disc', disc(from, 10), Math.PI * 100, 2 * Math.PI * 10],
    ['capsule', capsule(from, to, 6), 50 * 6 + Math.PI * 9, 100 + Math.PI * 6],
    ['capsule the other way', capsule(to, from, 6), 50 * 6 + Math.PI * 9, 100 + Math.PI * 6],
    ['upright capsule', capsule(from, { x: 40.3, y: 20 }, 6), 30.2 * 6 + Math.PI * 9, 60.4 + Math.PI * 6],
    ['flat capsule', capsule(from, { x: 70.3, y: 50.2 }, 6), 30 * 6 + Math.PI * 9, 60 + Math.PI * 6],
    ['capsule of no length', capsule(from, from, 6), Math.PI * 9, Math.PI * 6],
    ['wedge', wedge(from, 20, 0, 1), 200, 60],
    ['wedge the other way', wedge(from, 20, 1, 0), 200, 60],
    ['wedge across the half turn', wedge(from, 20, 3, -2.5), 0.5 * 400 * (2 * Math.PI - 5.5), 40 + 20 * 0.783],
    ['arc', arc(from, 20, 3, 2, 0.5), 90, 2 * 30 + 6],
    ['ring', ring(from, 20, 3), Math.PI * 120, 4 * Math.PI * 20],
    ['rounded box', roundedBox(10, 20, 90, 30, 5), 2700 - (4 - Math.PI) * 25, 240 - 40 + Math.PI * 10],
    ['triangle', triangle({ x: 10, y: 10 }, { x: 10, y: 40 }, { x: 40, y: 40 }), 450, 60 + 30 * Math.SQRT2],
    [
      'triangle the other way',
      triangle({ x: 10, y: 10 }, { x: 40, y: 40 }, { x: 10, y: 40 }),
      450,
      60 + 30 * Math.SQRT2,
    ],
  ])('%s', (_what, shape, area, rim) => {
    cover(shape);
    expect(Math.abs(areaOf(mask.fill) / area - 1)).toBeLessThan(0.02);
    mask = new Mask(size);
    cover(shape, 2);
    // A line of 2 pixels round the outside, a little longer than the rim where the shape bends outwards.
    const line = areaOf(mask.outer) - area;
    expect(line).toBeGreaterThan(2 * rim - 0.08 * area - 8);
    expect(line).toBeLessThan(2 * rim + 0.08 * area + 24);
  });
});

it('does not add up where shapes overlap', () => {
  cover(disc(from, 10));
  const once = mask.fill.slice();
  cover(disc(from, 10));
  expect(mask.fill).toEqual(once);
});

it('marks every cell in which something is covered', () => {
  for (const shape of [capsule(from, to, 6), wedge(from, 20, 3, -2.5), roundedBox(-5, 60, 300, 50, 5)]) cover(shape, 2);
  mask.outer.forEach((value, i) => {
    if (value === 0) return;
    const [x, y] = [i % mask.stride, Math.floor(i / mask.stride)];
    expect(mask.touched[(y >> 1) * mask.cellsPerRow + (x >> cellShift)]).toBe(1);
  });
  expect(mask.top).toBe(7);
});

it('keeps to the picture', () => {
  for (const shape of [disc({ x: -4, y: -4 }, 10), capsule({ x: 100, y: 80 }, { x: 500, y: 900 }, 8)]) cover(shape, 3);
  cover(disc({ x: 400, y: 30 }, 10), 3);
  expect(mask.fill[0]).toBe(255);
  expect(mask.fill[40 * mask.stride + size.widthPx - 1]).toBe(0);
});

it('fades evenly, and a blurred line keeps its sum', () => {
  const line = capsule({ x: -60, y: 45 }, { x: 180, y: 45 }, 8);
  const { profile, reachPx } = fadedProfile(line, 6);
  mask.faded(profile, reachPx);
  traceShape(line, reachPx, mask);
  const column = Array.from({ length: size.heightPx }, (_, y) => mask.fill[y * mask.stride + 60]);
  expect(column.reduce((sum, value) => sum + value, 0) / 255 / 8).toBeCloseTo(1, 1);
  const lower = column.slice(45);
  expect(lower).toEqual(lower.toSorted((a, b) => b - a));
  expect(lower[0]).toBeLessThan(180);
});
