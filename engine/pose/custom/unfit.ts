import { StrideError } from '../../errors/stride-error.ts';

/** The error of a description that cannot be used. @param detail What is wrong, and with which field or file. */
export const unfit = (detail: string, cause?: unknown): StrideError =>
  new StrideError('invalid_network_description', detail, cause === undefined ? undefined : { cause });

/** What an error that something else has thrown says, in one line. */
export const messageOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ').trim();
