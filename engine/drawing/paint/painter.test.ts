import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { type Drawing, DrawingBuilder } from '../drawing.ts';
import { disc, roundedBox } from '../shape.ts';
import type { YuvPicture } from './blend.ts';
import { Lettering } from './lettering.ts';
import { Painter } from './painter.ts';
import { toYuv } from './yuv.ts';

const size = { widthPx: 96, heightPx: 64 };
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const whole = roundedBox(0, 0, size.widthPx, size.heightPx, 0);

/** A grey picture whose rows have room behind them, which nobody may write to. */
function grey(): YuvPicture {
  return {
    y: new Uint8Array(104 * 64).fill(100),
    u: new Uint8Array(56 * 32).fill(128),
    v: new Uint8Array(56 * 32).fill(128),
    yStride: 104,
    chromaStride: 56,
  };
}

function painted(drawing: Drawing, frame: number): YuvPicture {
  const picture = grey();
  new Painter(drawing, new Lettering(fonts)).paint(picture, frame, 'bt709');
  return picture;
}

const at = (picture: YuvPicture, x: number, y: number): number[] => {
  const chroma = (y >> 1) * picture.chromaStride + (x >> 1);
  return [picture.y[y * picture.yStride + x], picture.u[chroma], picture.v[chroma]];
};

it('knows the colours of limited-range video', () => {
  expect(toYuv('#ffffff', 'bt709')).toEqual({ y: 235, u: 128, v: 128 });
  expect(toYuv('#000000', 'bt601')).toEqual({ y: 16, u: 128, v: 128 });
  expect(toYuv('#ff0000', 'bt601')).toEqual({ y: 81, u: 90, v: 240 });
  expect(toYuv('#ff0000', 'bt709')).toEqual({ y: 63, u: 102, v: 240 });
});

it('paints an opaque colour, half of one, and nothing beside them', () => {
  const drawing = new DrawingBuilder(size);
  drawing.shape({ from: 0, to: 1 }, 0, { fill: '#ff0000' }, roundedBox(10, 10, 20, 20, 0));
  drawing.shape({ from: 0, to: 1 }, 0, { fill: '#ff0000', opacity: 0.5 }, roundedBox(50, 10, 20, 20, 0));
  const picture = painted(drawing.build(), 0);
  expect(at(picture, 20, 20)).toEqual([63, 102, 240]);
  expect(at(picture, 60, 20)).toEqual([81, 115, 184]);
  expect(at(picture, 40, 20)).toEqual([100, 128, 128]);
  expect(picture.y.filter((_, i) => i % 104 >= 96)).toEqual(new Uint8Array(8 * 64).fill(100));
  expect(picture.u.filter((_, i) => i % 56 >= 48)).toEqual(new Uint8Array(8 * 32).fill(128));
});

it('draws the outline outside of the fill, also of one that shines through', () => {
  const drawing = new DrawingBuilder(size);
  const outline = { widthPx: 4, colour: '#000000', opacity: 1 } as const;
  drawing.shape({ from: 0, to: 1 }, 0, { fill: '#ffffff', opacity: 0.5, outline }, disc({ x: 40, y: 30 }, 10));
  const picture = painted(drawing.build(), 0);
  expect(at(picture, 40, 30)[0]).toBeCloseTo((100 + 235) / 2, -0.5);
  expect(at(picture, 52, 30)[0]).toBe(16);
  expect(at(picture, 57, 30)[0]).toBe(100);
});

it('lays layers over each other whatever the order in which they come', () => {
  const drawing = new DrawingBuilder(size);
  drawing.shape({ from: 0, to: 1 }, 5, { fill: '#ffffff' }, whole);
  drawing.shape({ from: 0, to: 1 }, 2, { fill: '#000000' }, whole);
  expect(at(painted(drawing.build(), 0), 30, 30)[0]).toBe(235);
});

it('paints what lasts as it would paint it frame by frame', () => {
  const items = (to: number): Drawing => {
    const drawing = new DrawingBuilder(size);
    drawing.shape({ from: 0, to: 1 }, 0, { fill: '#39b6ff' }, disc({ x: 30, y: 30 }, 9));
    drawing.shape({ from: 0, to }, 1, { fill: '#0b1017', opacity: 0.62 }, roundedBox(4.3, 5.6, 80, 50, 14));
    drawing.shape({ from: 0, to }, 1, { fill: '#ff8f2b', opacity: 0.4 }, roundedBox(20, 20, 30, 9.5, 4));
    drawing.text({ from: 0, to }, 2, { sizePx: 20, colour: '#f5f8fb' }, { x: 48, y: 40 }, '168');
    return drawing.build();
  };
  const [lasting, passing] = [painted(items(10), 0), painted(items(1), 0)];
  for (const plane of ['y', 'u', 'v'] as const) {
    const off = lasting[plane].map((value, i) => Math.abs(value - passing[plane][i]));
    expect(Math.max(...off)).toBeLessThanOrEqual(2);
  }
  expect(lasting.y).not.toEqual(grey().y);
});

it.each([
  [104, 52],
  [106, 53],
])('lays what stays over rows of %i and %i bytes that end in the middle of four', (yStride, chromaStride) => {
  const [widthPx, heightPx] = [98, 32];
  const layered = (to: number): Drawing => {
    const drawing = new DrawingBuilder({ widthPx, heightPx });
    drawing.shape({ from: 0, to }, 0, { fill: '#39b6ff', opacity: 0.5 }, roundedBox(0, 0, widthPx, heightPx, 9));
    drawing.shape({ from: 0, to: 1 }, 1, { fill: '#ff8f2b' }, disc({ x: 90, y: 20 }, 9));
    return drawing.build();
  };
  const [lasting, passing] = [layered(5), layered(1)].map((drawing) => {
    const plane = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => 40 + ((i * 37) % 160));
    const [y, u, v] = [plane(yStride * 32), plane(chromaStride * 16), plane(chromaStride * 16)];
    const picture = { y, u, v, yStride, chromaStride };
    new Painter(drawing, new Lettering(fonts)).paint(picture, 0, 'bt709');
    return picture;
  });
  for (const plane of ['y', 'u', 'v'] as const) {
    const stride = plane === 'y' ? yStride : chromaStride;
    const shown = plane === 'y' ? widthPx : widthPx / 2;
    lasting[plane].forEach((value, i) => {
      const off = Math.abs(value - passing[plane][i]);
      expect(off).toBeLessThanOrEqual(i % stride < shown ? 2 : 0);
    });
  }
});

it('shows each item in its frames only', () => {
  const drawing = new DrawingBuilder(size);
  drawing.shape({ from: 0, to: 9 }, 0, { fill: '#ffffff' }, roundedBox(0, 0, 8, 8, 0));
  drawing.shape({ from: 2, to: 4 }, 0, { fill: '#ffffff' }, roundedBox(20, 0, 8, 8, 0));
  drawing.shape({ from: 3, to: 4 }, 0, { fill: '#ffffff' }, roundedBox(40, 0, 8, 8, 0));
  const painter = new Painter(drawing.build(), new Lettering(fonts));
  const seen = [1, 2, 3, 4].map((frame) => {
    const picture = grey();
    painter.paint(picture, frame, 'bt709');
    return [4, 24, 44].map((x) => at(picture, x, 4)[0] === 235);
  });
  expect(seen).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
    [true, false, false],
  ]);
});

it('writes text where it is told to, in lines of the given height', () => {
  const inkOf = (anchor: 'left' | 'middle' | 'right'): { left: number; right: number; top: number; bottom: number } => {
    const drawing = new DrawingBuilder(size);
    drawing.text({ from: 0, to: 1 }, 0, { sizePx: 24, colour: '#ffffff', bold: true, anchor }, { x: 48, y: 32 }, 'HOH');
    const picture = painted(drawing.build(), 0);
    const inked = Array.from({ length: 96 * 64 }, (_, i) => [i % 96, Math.floor(i / 96)]).filter(
      ([x, y]) => at(picture, x, y)[0] > 168,
    );
    const [xs, ys] = [inked.map(([x]) => x), inked.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const [left, middle, right] = (['left', 'middle', 'right'] as const).map(inkOf);
  expect(left.left).toBeGreaterThanOrEqual(48);
  expect(left.left).toBeLessThanOrEqual(51);
  expect(right.right).toBeLessThanOrEqual(47);
  expect(Math.abs(middle.left + middle.right - 95)).toBeLessThanOrEqual(1);
  // Capitals of DejaVu are 1493 of 2048 units high, a line 2384.
  expect(middle.bottom - middle.top + 1).toBeCloseTo((24 * 1493) / 2384, -0.5);
});
