import type { Language } from '../../../engine/score/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import type { WarningTexts } from './warning-texts.ts';
import { zh } from './zh.ts';

export const warningTexts: Readonly<Record<Language, WarningTexts>> = { de, en, es, fr, it, ja, ko, pt, zh };
