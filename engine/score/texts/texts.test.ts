import { describe, expect, it } from 'vitest';
import { textLeaves } from '../../../test/support/text-leaves.ts';
import { languages } from '../language.ts';
import { textsByLanguage } from './by-language.ts';

const english = new Map(textLeaves(textsByLanguage.en));

describe('texts', () => {
  it.each(languages)('are complete, trimmed and distinct: %s', (language) => {
    const own = textLeaves(textsByLanguage[language]);
    expect(own.map(([path]) => path)).toEqual([...english.keys()]);
    for (const [path, text] of own) {
      expect(text, path).toBeTypeOf('string');
      expect(String(text).trim().length, path).toBeGreaterThan(1);
      expect(text, path).toBe(String(text).trim());
    }
    const recaps = own.filter(([path]) => path.includes('.recap.')).map(([, text]) => text);
    expect(recaps).toHaveLength(40);
    expect(new Set(recaps).size).toBe(40);
  });

  it.each(languages.filter((language) => language !== 'en'))('share no text with English: %s', (language) => {
    for (const [path, text] of textLeaves(textsByLanguage[language])) {
      expect(text, path).not.toBe(english.get(path));
    }
  });

  it.each([
    ['zh', /^[\p{Script=Han}\p{N}\p{P}\p{Z}]+$/u],
    ['ko', /[\p{Script=Hangul}]/u],
    ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ] as const)('are written in the script of the language: %s', (language, script) => {
    for (const [path, text] of textLeaves(textsByLanguage[language])) {
      expect(text, path).toMatch(script);
    }
  });

  it.each(languages)('end sentences as sentences, and keep them short: %s', (language) => {
    for (const [path, text] of textLeaves(textsByLanguage[language])) {
      if (path.includes('.recap.') || path.endsWith('.summary')) {
        expect(text, path).toMatch(/[.。]$/u);
        expect(String(text).length, path).toBeLessThanOrEqual(110);
      }
    }
  });
});
