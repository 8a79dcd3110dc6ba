import type { Language } from '../../../../engine/score/language.ts';
import type { Interval } from '../../../details/details.ts';

/** A number as the language writes it; what rounds to nothing has no sign. */
export const written = (value: number, language: Language, decimals: number): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value);

/** An interval of degrees in words; what is open goes on. */
export const intervalText = ([low, high]: Interval, language: Language): string =>
  `${low === null ? '…' : borderText(low, language)} – ${high === null ? '…' : borderText(high, language)}°`;

/** A border of a range, with the tenths that it has. */
export const borderText = (border: number, language: Language): string =>
  written(border, language, Number.isInteger(border) ? 0 : 1);
