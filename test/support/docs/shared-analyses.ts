import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Ran } from './walk.ts';

interface Kept extends Ran {
  /** Where its folder lies. */
  readonly made: string;
}

/**
 * Analyses that several pages ask for in the same words of the same clip: done once, then copied. That the same clip gives the same bytes
 * is another test's.
 */
export class SharedAnalyses {
  readonly #kept = new Map<string, Kept>();

  /** Runs a command in a folder, or puts there what it made elsewhere. */
  async run(command: string, folder: string, act: () => Promise<Ran>): Promise<Ran> {
    const asked = /^npx stridelab analyze ([\w.-]+\.mp4)(?= )(?!.*[|>;&])(?!.* --(json|poses|network)\b).*/.exec(
      command,
    );
    if (asked === null) return act();
    const [, clip = ''] = asked;
    const out = / --out (\S+)/.exec(command)?.[1] ?? `${clip.slice(0, -4)}-stridelab`;
    const bytes = createHash('sha256')
      .update(readFileSync(join(folder, clip)))
      .digest('hex');
    const key = `${bytes} ${command}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      cpSync(kept.made, join(folder, out), { recursive: true });
      return kept;
    }
    const ran = await act();
    if (ran.status !== 0) return ran;
    const made = join(inject('runFolder'), `docs-analysis-${this.#kept.size}`);
    cpSync(join(folder, out), made, { recursive: true });
    this.#kept.set(key, { ...ran, made });
    return ran;
  }
}
