import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Language } from '../../engine/score/language.ts';

const run = promisify(execFile);

/** Languages whose letters many machines have no font of, as fontconfig calls them. */
const rareLetters: Readonly<Partial<Record<Language, string>>> = { zh: 'zh-cn', ja: 'ja', ko: 'ko' };

/**
 * Whether a browser of this machine would print boxes in the place of a language's letters, as fontconfig knows it; false where there is
 * no fontconfig to ask.
 *
 * @param command Instead of `fc-list`.
 */
export async function lacksLetters(language: Language, command = 'fc-list'): Promise<boolean> {
  const letters = rareLetters[language];
  if (letters === undefined) return false;
  const listed = await run(command, [`:lang=${letters}`, 'family'], { timeout: 10_000 }).catch(() => null);
  return listed !== null && listed.stdout.trim() === '';
}
