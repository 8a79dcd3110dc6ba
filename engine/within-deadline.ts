import { StrideError } from './errors/stride-error.ts';

/**
 * Does something that a signal and a deadline can end.
 *
 * @throws StrideError `deadline_exceeded` when the deadline ended it; else what `work` throws.
 */
export async function withinDeadline<T>(
  { deadlineMs, signal }: { readonly deadlineMs?: number | undefined; readonly signal?: AbortSignal | undefined },
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (deadlineMs === undefined) return work(signal);
  const deadline = AbortSignal.timeout(deadlineMs);
  const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  try {
    return await work(either);
  } catch (error) {
    throw either.aborted && either.reason === deadline.reason
      ? new StrideError('deadline_exceeded', `${deadlineMs / 1000} s`, { cause: error })
      : error;
  }
}
