import type { Language } from '../../../../engine/score/language.ts';

/** Each language in itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
};

/** The console's language of a browser's preferences. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const known = preferences.map((tag) => tag.slice(0, 2).toLowerCase()).filter((tag) => tag in languageNames);
  return (known[0] ?? 'en') as Language;
}
