import type { Language } from '../../../../engine/score/language.ts';
import { en } from './en.ts';

/** What the console says, in one language. */
export type Words = Widened<typeof en>;

/** Pairs stay pairs; texts may differ. */
type Widened<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends readonly string[]
      ? readonly [string, string]
      : T[Key] extends (...args: infer Args) => string
        ? (...args: Args) => string
        : Widened<T[Key]>;
};

/** Loads a language's words; English is there from the start. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'de':
      return (await import('./de.ts')).de;
    case 'fr':
      return (await import('./fr.ts')).fr;
    case 'es':
      return (await import('./es.ts')).es;
    case 'it':
      return (await import('./it.ts')).it;
    case 'pt':
      return (await import('./pt.ts')).pt;
    case 'zh':
      return (await import('./zh.ts')).zh;
    case 'ja':
      return (await import('./ja.ts')).ja;
    case 'ko':
      return (await import('./ko.ts')).ko;
    case 'en':
      return englishWords;
  }
}

export const englishWords = en as unknown as Words;
