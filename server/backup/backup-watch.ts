import { StrideError } from '../../engine/errors/stride-error.ts';

/** Who looks on while a backup is taken or put back, and may end it. */
export interface BackupWatch {
  readonly signal?: AbortSignal | undefined;
  /** Told how many bytes of how many have been copied or checked. */
  onBytes?(done: number, expected: number): void;
}

/** @throws StrideError `aborted` once the signal says so. */
export function goOn({ signal }: BackupWatch): void {
  if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
}
