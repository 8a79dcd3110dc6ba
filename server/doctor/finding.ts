/** How a thing was found: `warn` is worth a look, with `fail` the server cannot do its work. */
export type Verdict = 'ok' | 'warn' | 'fail';

/** One thing that was looked at. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly what: string;
  readonly verdict: Verdict;
  /** What was seen. */
  readonly seen: string;
  /** What to do about it; null where nothing is to be done. */
  readonly mend: string | null;
}

export const ok = (what: string, seen: string): Finding => ({ what, verdict: 'ok', seen, mend: null });
export const warn = (what: string, seen: string, mend: string): Finding => ({ what, verdict: 'warn', seen, mend });
export const fail = (what: string, seen: string, mend: string): Finding => ({ what, verdict: 'fail', seen, mend });

/** What an error says, in one line. */
export const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
