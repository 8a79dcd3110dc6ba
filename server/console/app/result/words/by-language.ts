import type { Language } from '../../../../../engine/score/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import type { ResultWords } from './result-words.ts';
import { zh } from './zh.ts';

/** The result page's words of every language. */
export const resultWords: Readonly<Record<Language, ResultWords>> = { en, fr, de, zh, ko, pt, es, it, ja };
