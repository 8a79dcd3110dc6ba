import type { Language } from '../../engine/score/language.ts';

/** What stands in the places of a warning's sentence: numbers, several of one kind, and texts that are the same in every language. */
export type WarningValues = Readonly<Record<string, number | string | readonly number[]>>;

/** The values as a language writes them. */
export function writtenValues(values: WarningValues, language: Language): Record<string, string> {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const list = new Intl.ListFormat(language);
  const written = (value: WarningValues[string]): string => {
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? number.format(value) : list.format(value.map((one) => number.format(one)));
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
}
