import { expect, it } from 'vitest';
import { oneRun } from '../../test/support/one-run.ts';

it.each([
  [true, 'ended'],
  [false, 'taken over'],
] as const)('keeps the files of a success that was kept though its answer was lost (kept: %s)', async (isKept, end) => {
  const removed: string[] = [];
  let tries = 0;
  const ended = await oneRun(
    {
      succeed: async () => {
        tries++;
        if (tries === 1) throw new Error('Connection terminated unexpectedly');
        return false;
      },
      hasSucceeded: async () => isKept,
      holds: async () => !isKept,
    },
    {
      remove: async () => void removed.push('pictures'),
      removeUpload: async () => void removed.push('upload'),
    },
  );
  expect(ended).toBe(end);
  expect(removed).toEqual([isKept ? 'upload' : 'pictures']);
});
