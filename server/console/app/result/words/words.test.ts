import { expect, it } from 'vitest';
import { languages } from '../../../../../engine/score/language.ts';
import { resultWords } from './by-language.ts';
import { metricName } from './metric-words.ts';

/** Every sentence by the way to it. */
function sentences(words: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words as Readonly<Record<string, unknown>>).flatMap(([name, inner]) =>
    sentences(inner, `${path}/${name}`),
  );
}

const places = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();

it.each(languages)('has the same places for numbers in %s as in English', (language) => {
  const english = new Map(sentences(resultWords.en));
  const own = sentences(resultWords[language]);
  expect(own.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted());
  for (const [path, sentence] of own) expect([path, places(sentence)]).toEqual([path, places(english.get(path) ?? '')]);
});

it('addresses the reader as the texts of the scores do', () => {
  const text = (language: 'de' | 'es'): string => JSON.stringify(resultWords[language]);
  expect(text('de')).not.toMatch(/\b(Filmen|Stellen|Halten|Gehen|Geben|Senden|Vergleichen|Werten) Sie\b/);
  expect(text('es')).not.toMatch(/\b(Filme|Ponga|Mantenga|Compare|Indique|Analice)\b/);
});

it('does not say that cadence is missing where duty factor alone may be', () => {
  expect(resultWords.en.ui.noStyle).toMatch(/at least one of them could not be measured/);
  expect(resultWords.de.ui.noStyle).toMatch(/mindestens eines/);
  expect(resultWords.ko.ui.noStyle).toMatch(/적어도 하나/);
});

it('joins an angle and its moment as the language does', () => {
  const name = (language: 'en' | 'zh' | 'ja'): string => metricName('kneeFlexionAtTouchdown', resultWords[language]);
  expect((['en', 'zh', 'ja'] as const).map(name)).toEqual([
    'Knee flexion, at touchdown',
    '膝屈曲，着地时',
    '膝屈曲、接地時',
  ]);
});
