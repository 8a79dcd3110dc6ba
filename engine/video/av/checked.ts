import { FFmpegError } from 'node-av/lib';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { JobError } from '../jobs/job-error.ts';

/** Passes FFmpeg's return value on, or throws when it is an error. */
export function checked(returned: number, doing: string, code: ErrorCode = 'decoder_failed'): number {
  if (returned < 0) throw new JobError(code, `${doing}: ${FFmpegError.strerror(returned)}`);
  return returned;
}

/** Passes a value on, or throws when FFmpeg could not make it. */
export function present<T>(value: T | null, what: string): T {
  if (value === null) throw new JobError('decoder_failed', `${what} is missing`);
  return value;
}
