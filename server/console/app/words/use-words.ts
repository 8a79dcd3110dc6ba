import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import { englishWords, type Words } from './words.ts';

export interface Spoken {
  readonly language: Language;
  readonly words: Words;
  /** Loads the words of another language and shows them. */
  readonly speak: (language: Language) => void;
}

export const SpokenContext = createContext<Spoken>({ language: 'en', words: englishWords, speak: () => undefined });

export const useSpoken = (): Spoken => useContext(SpokenContext);
export const useWords = (): Words => useContext(SpokenContext).words;
