import { expect, it } from 'vitest';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { failureReason } from '../contract/errors.ts';
import { asOurs, exitCodeOf, exitCodes } from './exit-codes.ts';

it('gives what was cancelled the exit code of an interruption, however it was told', () => {
  const cancelled = new Error('The operation was aborted');
  cancelled.name = 'AbortError';
  for (const error of [new StrideError('aborted'), cancelled])
    expect(exitCodeOf(asOurs(error))).toBe(exitCodes.interrupted.code);
});

it('tells a client what was cancelled without details', () => {
  expect(failureReason('aborted', '3 clips are left').message).toBe(failureReason('aborted').message);
});
