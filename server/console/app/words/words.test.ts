import { expect, it } from 'vitest';
import { languages } from '../../../../engine/score/language.ts';
import { askedPaces } from '../../../contract/pace-of-speed.ts';
import { consoleErrors } from '../../console-errors.ts';
import { preferredLanguage } from './language-names.ts';
import { englishWords, loadWords } from './words.ts';

/** Every text of a table by its place; those that are made from something are made from the place's name. */
function textsOf(table: object, path = ''): Map<string, string> {
  const texts = Object.entries(table).flatMap(([name, part]: [string, unknown]) => {
    const place = `${path}${name}`;
    if (typeof part === 'string') return [[place, part] as const];
    if (typeof part === 'function') return [[place, (part as (...args: string[]) => string)('⟨1⟩', '⟨2⟩')] as const];
    return [...textsOf(part as object, `${place}.`)];
  });
  return new Map(texts);
}

const english = textsOf(englishWords);

it.each(languages)('says everything in %s, with everything that it is told', async (language) => {
  const texts = textsOf(await loadWords(language));
  expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  const holes = (text: string | undefined) => [...new Set(text?.match(/⟨\d⟩/g))].sort();
  for (const [place, text] of texts) {
    expect(text.trim(), place).not.toBe('');
    expect(holes(text), place).toEqual(holes(english.get(place)));
  }
});

it.each(languages.filter((language) => language !== 'en'))('is in %s, not in English', async (language) => {
  const texts = textsOf(await loadWords(language));
  const same = [...texts].filter(([place, text]) => text === english.get(place) && /[a-z]{4}/.test(text));
  // Names and words that languages share, such as Webhook, Partner and Date.
  expect(same.length, same.map(([place]) => place).join()).toBeLessThan(0.08 * english.size);
});

it.each(languages)('says in %s between which paces one is taken', async (language) => {
  const { upload } = await loadWords(language);
  expect(upload.paceWrong(askedPaces.fastest, askedPaces.slowest)).toMatch(/(?<!\d)1:20\D+30:00(?!\d)/);
});

it('has words for every refusal of the console’s own that a page shows', () => {
  /** In their place a page shows the sign-in, asks for the list, or leaves out what needs the details. */
  const unshown = ['not_signed_in', 'too_many_listeners', 'details_not_found'];
  const wordless = Object.keys(consoleErrors).filter((code) => !(code in englishWords.refusals));
  expect(wordless.toSorted()).toEqual(unshown.toSorted());
});

it('takes the first language that a browser prefers and the console speaks', () => {
  expect(preferredLanguage(['nl-NL', 'pt-BR', 'en'])).toBe('pt');
  expect(preferredLanguage(['zh-Hant-TW'])).toBe('zh');
  expect(preferredLanguage(['nl'])).toBe('en');
});
