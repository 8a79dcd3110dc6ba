import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { drawGlyph } from './glyph-mask.ts';
import { TrueTypeFont } from './true-type-font.ts';

const path = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');
const font = new TrueTypeFont(readFileSync(path));
const place = { scale: 100 / 2048, offsetX: 0, offsetY: 0, outlinePx: 0 };
const glyph = (letter: string, outlinePx = 0): ReturnType<typeof drawGlyph> =>
  drawGlyph(font.contoursOf(font.glyphOf(letter.codePointAt(0) ?? 0)), { ...place, outlinePx });

it('reads size, width and letters of the font', () => {
  expect([font.ascent, font.descent]).toEqual([1901, -483]);
  expect(font.glyphOf(0x10ffff & 0xfffe)).toBe(0);
  const widths = Array.from('0123456789', (digit) => font.advanceOf(font.glyphOf(digit.charCodeAt(0))));
  expect(new Set(widths).size).toBe(1);
});

it('leaves the holes of a letter open, and places parts of composed ones', () => {
  const zero = glyph('0');
  const middle = zero.fill[Math.floor(zero.heightPx / 2) * zero.widthPx + Math.floor(zero.widthPx / 2)];
  expect(middle).toBe(0);
  const covered = zero.fill.reduce((sum, value) => sum + value, 0) / 255;
  expect(covered / (zero.widthPx * zero.heightPx)).toBeGreaterThan(0.4);
  // Above the letter stands its dot or ring.
  expect(glyph('Å').top).toBeLessThan(glyph('A').top - 10);
  expect(glyph('Å').widthPx).toBe(glyph('A').widthPx);
});

it('draws nothing for a space', () => {
  expect(glyph(' ')).toMatchObject({ widthPx: 0, heightPx: 0 });
});

it('has the sharp area of the outline at any place in a pixel', () => {
  const bar = font.contoursOf(font.glyphOf('l'.charCodeAt(0)));
  const [xs, ys] = [bar[0].map(({ x }) => x), bar[0].map(({ y }) => y)];
  const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys)) * place.scale ** 2;
  for (const offset of [0, 0.25, 0.5, 0.75]) {
    const { fill } = drawGlyph(bar, { ...place, offsetX: offset, offsetY: offset });
    expect(fill.reduce((sum, value) => sum + value, 0) / 255 / area).toBeCloseTo(1, 1);
  }
});

it('surrounds a letter by its outline', () => {
  const [bare, lined] = [glyph('7'), glyph('7', 3)];
  expect(lined.widthPx).toBe(bare.widthPx + 6);
  expect(lined.left).toBe(bare.left - 3);
  lined.outer.forEach((value, i) => {
    expect(value).toBeGreaterThanOrEqual(lined.fill[i]);
  });
});
