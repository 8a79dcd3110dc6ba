import type { Language } from '../../../../engine/score/language.ts';
import { filledIn } from '../../../contract/filled-in.ts';
import type { Interval } from '../../../details/details.ts';
import type { PlotWords } from './plot-words.ts';

/** A number as the language writes it, with a true minus; what rounds to nothing has no sign. */
export const written = (value: number, language: Language, decimals: number): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
    .format(value)
    .replace('-', minus);

/** As wide as a plus: a hyphen is lost beside digits, and next to a dash. */
export const minus = '\u2212';

/** An interval of degrees, such as `−10 to 5°`; of one that is open the border that it has. */
export function intervalText([low, high]: Interval, words: PlotWords, language: Language): string {
  if (low === null) return high === null ? '' : `≤ ${borderText(high, language)}°`;
  return high === null
    ? `≥ ${borderText(low, language)}°`
    : `${filledIn(words.range, { low: borderText(low, language), high: borderText(high, language) })}°`;
}

/** A border of a range, with the tenths that it has. */
export const borderText = (border: number, language: Language): string =>
  written(border, language, Number.isInteger(border) ? 0 : 1);
