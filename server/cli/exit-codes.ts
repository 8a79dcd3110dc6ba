import { catalogue } from '../../engine/errors/catalogue.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** Every status that the command line ends with. */
export const exitCodes = {
  ok: { code: 0, meaning: 'done' },
  unexpected: { code: 1, meaning: 'an error of this program: please report it' },
  usage: { code: 2, meaning: 'an option or argument is wrong' },
  video: { code: 3, meaning: 'the video cannot be read or breaks a limit' },
  content: { code: 4, meaning: 'the video shows nothing that can be analysed' },
  installation: { code: 5, meaning: 'this installation or machine cannot do it now' },
  differs: { code: 6, meaning: 'what was compared differs' },
  someFailed: { code: 7, meaning: 'some clips of a batch failed; its table says why' },
  interrupted: { code: 130, meaning: 'interrupted (Ctrl+C)' },
} as const;

/** What was ended in the middle of a wait says so in its own way. */
export const asOurs = (error: unknown): unknown =>
  error instanceof Error && error.name === 'AbortError'
    ? new StrideError('aborted', undefined, { cause: error })
    : error;

/** Status for an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  return error instanceof StrideError ? catalogue[error.code].exitCode : exitCodes.unexpected.code;
}

/** What a person reads when a command fails: the code, what happened, what to do next. */
export function explainError(error: unknown): string {
  if (error instanceof StrideError) return `error ${error.code}: ${error.message}.\n${error.advice}`;
  return `unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
