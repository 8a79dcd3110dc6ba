import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { TrueTypeFont } from './paint/true-type-font.ts';
import { textWidthPx } from './text-width.ts';

const letters = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  '°',
  '±',
  '–',
  '−',
  '·',
  '’',
  'ß',
  '\u00a0',
  ...'ÀÁÂÃÄÇÈÉÊÍÓÔÕÖÚÜàáâãçèéêíñóôõöúü',
];

it.each([
  ['DejaVuSansCondensed.ttf', false],
  ['DejaVuSansCondensed-Bold.ttf', true],
])('is the width that the painter gives each letter: %s', (file, bold) => {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`);
  const font = new TrueTypeFont(readFileSync(path));
  const sizePx = font.ascent - font.descent;
  for (const letter of letters) {
    const painted = font.advanceOf(font.glyphOf(letter.codePointAt(0) ?? 0));
    expect(textWidthPx(letter, { sizePx, bold }), letter).toBeCloseTo(painted, 6);
  }
});

it('adds up over a text and grows with its size', () => {
  const look = { sizePx: 20, bold: true };
  expect(textWidthPx('KNEE 147°', look)).toBeCloseTo(textWidthPx('KNEE', look) + textWidthPx(' 147°', look), 9);
  expect(textWidthPx('169', { sizePx: 40, bold: true })).toBeCloseTo(2 * textWidthPx('169', look), 9);
});
