import type { Language } from '../../score/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { OverlayWords } from './overlay-words.ts';
import { pt } from './pt.ts';
import { zh } from './zh.ts';

/** What is written on the annotated video in every language of the contract. */
export const overlayWordsByLanguage: Readonly<Record<Language, OverlayWords>> = { en, fr, de, zh, ko, pt, es, it, ja };
