import { expect, it } from 'vitest';
import { measureQueue } from '../../bench/reliability/queue/measure-queue.ts';

it('every job that is added is ended', async () => {
  const { jobs, jobsPerS } = await measureQueue(100);
  expect(jobs).toBe(100);
  expect(jobsPerS).toBeGreaterThan(0);
});
