import type { Language } from '../../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import type { BackViewTexts } from './texts.ts';
import { zh } from './zh.ts';

/** The back view’s result texts of every language of the contract. */
export const backViewTextsByLanguage: Readonly<Record<Language, BackViewTexts>> = {
  en,
  fr,
  de,
  zh,
  ko,
  pt,
  es,
  it,
  ja,
};
