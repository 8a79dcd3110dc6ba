import type { Script } from '../drawing.ts';
import chinese from './chinese.letters.ts';
import japanese from './japanese.letters.ts';
import korean from './korean.letters.ts';
import { type LetterOutline, readLetters } from './letter-outlines.ts';

const texts: Readonly<Record<Script, string>> = { chinese, japanese, korean };

/** Units in the letters' nominal height. */
export const scriptUnitsPerEm = 1000;

/** The letters of a script that texts of the annotated video use, by code point. */
export const lettersOf = (script: Script): ReadonlyMap<number, LetterOutline> => readLetters(texts[script]);
