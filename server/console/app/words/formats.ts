import type { Language } from '../../../../engine/score/language.ts';
import { minus } from '../plots/plot-numbers.ts';

/** The language as it is written where the reader lives, such as `en-GB`, by the languages that a browser prefers. */
export const localeOf = (
  language: Language,
  preferred: readonly string[] = globalThis.navigator?.languages ?? [],
): string => preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;

export const dateOf = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(ms);

export const dateTimeOf = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

/** With its sign; what rounds to zero has none. */
export const signedNumberOf = (value: number, language: Language, digits: number): string =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', minus);

/** Digits after the point that an uncertainty leaves sense in: one digit of it, two of a leading 1. */
export function digitsOf(halfWidth: number | null, value: number): number {
  const scale = halfWidth && halfWidth > 0 ? halfWidth : Math.abs(value) / 100;
  if (!(scale > 0)) return 0;
  const leading = Math.floor(Math.log10(scale));
  return Math.min(4, Math.max(0, -leading + (scale / 10 ** leading < 2 ? 1 : 0)));
}
