import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { textLeaves } from '../../../test/support/text-leaves.ts';
import { lettersBeyondLatin } from '../../drawing/fonts/letters-beyond-latin.ts';
import { lettersOf, scriptUnitsPerEm } from '../../drawing/fonts/script-letters.ts';
import { TrueTypeFont } from '../../drawing/paint/true-type-font.ts';
import { textWidthPx } from '../../drawing/text-width.ts';
import { languages } from '../../score/language.ts';
import { overlayWordsByLanguage } from './by-language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { numberText, withSide } from './overlay-words.ts';

const font = (file: string): TrueTypeFont =>
  new TrueTypeFont(readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`)));
const bold = font('DejaVuSansCondensed-Bold.ttf');

describe.each(languages)('words in %s', (language) => {
  const words = overlayWordsByLanguage[language];
  const texts = textLeaves(words).map(([, text]) => String(text));
  const letters = new Set(texts.flatMap((text) => [...text]));
  const own = words.script === null ? new Map() : lettersOf(words.script);

  it('are of letters that can be painted, as wide as they are laid out', () => {
    const sizePx = bold.ascent - bold.descent;
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      const glyph = bold.glyphOf(code);
      const outline = own.get(code);
      expect(glyph > 0 || outline !== undefined, letter).toBe(true);
      const painted = outline ? (outline.advance * bold.unitsPerEm) / scriptUnitsPerEm : bold.advanceOf(glyph);
      expect(textWidthPx(letter, { sizePx, bold: true }), letter).toBeCloseTo(painted, 6);
    }
  });

  it('carry no letter that nothing is written with', () => {
    expect([...own.keys()].map((code) => String.fromCodePoint(code))).toEqual(lettersBeyondLatin(words));
  });

  it('say something for everything, and why there are no numbers in one line of a phone', () => {
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    for (const notice of Object.values(words.notices)) {
      // 25 of the 692 units that are free in an upright strip; a narrower text would be shrunk below 10 pixels on a phone.
      expect(textWidthPx(notice, { sizePx: 25, bold: true }), notice).toBeLessThan(692 / 0.78);
    }
  });
});

it('puts the side where the language has it', () => {
  expect(withSide(en, 'left', en.joints.knee)).toBe('L KNEE');
  expect(withSide(fr, 'right', fr.joints.knee)).toBe('GENOU D');
  expect(withSide(ja, 'left', ja.joints.knee)).toBe('左膝');
});

it('writes numbers with the language’s sign, a true minus, and none before zero', () => {
  expect([2.784, -2.784, -0.004].map((value) => numberText(de, value, 2))).toEqual(['2,78', '−2,78', '0,00']);
  expect(numberText(en, -10.4, 0)).toBe('−10');
});
