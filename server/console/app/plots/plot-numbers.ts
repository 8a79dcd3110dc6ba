import type { Language } from '../../../../engine/score/language.ts';

/** A number as the language writes it; what rounds to nothing has no sign. */
export const written = (value: number, language: Language, decimals: number): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value);
