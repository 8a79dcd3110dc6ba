import { describe, expect, it } from 'vitest';
import { textLeaves } from '../../../test/support/text-leaves.ts';
import { type Language, languages } from '../language.ts';
import { backViewTextsByLanguage } from './back-view/by-language.ts';
import { textsByLanguage } from './by-language.ts';

const leavesOf = (language: Language) =>
  textLeaves({ side: textsByLanguage[language], back: backViewTextsByLanguage[language] });

const placeholders = (text: unknown): string[] => [...String(text).matchAll(/\{\w*\}/g)].map(([name]) => name).sort();

/** What a coach leaves to a doctor: injuries, pain, diagnoses, risks. */
const medical: Readonly<Record<Language, RegExp>> = {
  en: /injur|pain|patholog|diagnos|disease|\brisk/i,
  fr: /bless|douleur|patholog|diagnos|maladie|risque/i,
  de: /verletz|schmerz|patholog|diagnos|krank|risik/i,
  zh: /损伤|受伤|疼|痛|病|诊断|风险/,
  ko: /부상|통증|질환|질병|진단|위험/,
  pt: /les(ão|ões)|\bdor(es)?\b|patolog|diagn|doença|risco/i,
  es: /lesi[oó]n|dolor|patolog|diagn|enferm|riesgo/i,
  it: /lesion|infortun|dolor|patolog|diagn|malatt|rischi/i,
  ja: /怪我|けが|ケガ|痛|障害|病|診断|リスク|危険/,
};

/** Words of English that are words of none of the others; `core` is at home in most of them. */
const english = /\b(the|your?|and|with|when|foot|feet|heel|knees?|hips?|legs?|trunk|slightly|too|left|right)\b/i;

describe('wording', () => {
  it.each(languages)('coaches, and does not diagnose: %s', (language) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).not.toMatch(medical[language]);
    }
  });

  it.each(languages.filter((language) => language !== 'en'))('holds no leftovers of English: %s', (language) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).not.toMatch(english);
    }
  });

  it.each(languages)('has the placeholders of English: %s', (language) => {
    const own = new Map(leavesOf(language));
    for (const [path, text] of leavesOf('en')) {
      expect(placeholders(own.get(path)), path).toEqual(placeholders(text));
    }
  });

  it.each(languages)('has typographic apostrophes and single spaces: %s', (language) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).not.toMatch(/['"`´]|\s\s|\s[.,]|\.\./);
    }
  });

  it('holds French punctuation with a space that does not break', () => {
    for (const [path, text] of leavesOf('fr')) {
      expect(text, path).not.toMatch(/[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]/);
    }
  });

  it.each(['zh', 'ja'] as const)('has full-width punctuation: %s', (language) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).not.toMatch(/[,.:;!?()]/);
    }
  });

  it.each([
    ['de', /\b(Sie|Ihre?[mnrs]?|Ihnen)\b/],
    ['fr', /\b(tu|toi|tes|ton)\b/i],
    ['es', /\b(usted|vosotros|su|sus)\b/i],
    ['it', /\b(lei|suo|sua|suoi|sue)\b/i],
    ['pt', /\b(tu|teu|tua|teus|tuas|vós)\b/i],
    ['zh', /您/],
    ['ko', /해요|예요|어요|아요|당신/],
    ['ja', /あなた|しろ[。、]|だ。|である/],
  ] as const)('addresses the runner in one way: %s', (language, otherWays) => {
    for (const [path, text] of leavesOf(language)) {
      expect(text, path).not.toMatch(otherWays);
    }
  });
});
