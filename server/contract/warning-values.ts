import type { Language } from '../../engine/score/language.ts';

/** What stands in the places of a warning's sentence: numbers, some of them several, and texts that are the same in every language. */
export type WarningValues = Readonly<Record<string, number | string | readonly number[]>>;

/** The same as a language writes it. */
export function writtenIn(language: Language, values: WarningValues): Readonly<Record<string, string>> {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const written = (value: WarningValues[string]): string => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? number.format(value) : value.map((each) => number.format(each)).join(' + ');
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
}
