import { describe, expect, it } from 'vitest';
import { textLeaves } from '../../../test/support/text-leaves.ts';
import { type Language, languages } from '../language.ts';
import { backViewTextsByLanguage } from './back-view/by-language.ts';
import { textsByLanguage } from './by-language.ts';

const leavesOf = (language: Language) =>
  textLeaves({ side: textsByLanguage[language], back: backViewTextsByLanguage[language] });

const english = new Map(leavesOf('en'));
const isSentence = (path: string): boolean => /\.(recap|recapAhead|summary|explanation)\b/.test(path);

describe('texts', () => {
  it.each(languages)('are complete and trimmed: %s', (language) => {
    const own = leavesOf(language);
    expect(own.map(([path]) => path)).toEqual([...english.keys()]);
    for (const [path, text] of own) {
      expect(text, path).toBeTypeOf('string');
      expect(String(text).trim().length, path).toBeGreaterThan(1);
      expect(text, path).toBe(String(text).trim());
    }
  });

  it.each(languages)('say no sentence and name no position twice: %s', (language) => {
    const sentences = leavesOf(language).filter(([path]) => isSentence(path));
    const recaps = (view: string) => sentences.filter(([path]) => path.startsWith(view) && path.includes('.recap.'));
    expect(recaps('.side')).toHaveLength(10 * 4);
    expect(recaps('.back')).toHaveLength(7 * 5);
    expect(new Set(sentences.map(([, text]) => text)).size).toBe(sentences.length);
    const positions = leavesOf(language).filter(([path]) => /\.(slight|strong|good|position|likely)\b/.test(path));
    expect(positions).toHaveLength(8 * 2 + 3 * 2 + 4 + 6 * 2 + 2 * 2);
    expect(new Set(positions.map(([, text]) => text)).size).toBe(positions.length);
  });

  it.each(languages.filter((language) => language !== 'en'))('share no text with English: %s', (language) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).not.toBe(english.get(path));
    }
  });

  it.each([
    ['zh', /^[\p{Script=Han}\p{N}\p{P}\p{Z}]+$/u],
    ['ko', /[\p{Script=Hangul}]/u],
    ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ] as const)('are written in the script of the language: %s', (language, script) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).toMatch(script);
    }
  });

  it.each(languages)('end sentences as sentences, and fit a phone: %s', (language) => {
    for (const [path, text] of leavesOf(language)) {
      const length = String(text).length;
      if (isSentence(path)) {
        expect(text, path).toMatch(/[.。]$/u);
        expect(length, path).toBeLessThanOrEqual(path.includes('.explanation') ? 160 : 110);
      } else {
        expect(text, path).not.toMatch(/[.。]$/u);
        expect(length, path).toBeLessThanOrEqual(70);
      }
    }
  });
});
