import { expect, it, vi } from 'vitest';
import { EngineQueue } from './engine-queue.ts';
import type { QueueOptions } from './queue-options.ts';

const openEngineConnection = vi.hoisted(() => vi.fn());
vi.mock('./engine-connection.ts', () => ({ openEngineConnection }));

it.each([
  ['', async () => undefined],
  [', and tells why where closing fails too', () => Promise.reject(new Error('closed already'))],
])('leaves no connection open where the second cannot be opened%s', async (_, close) => {
  const end = vi.fn(close);
  openEngineConnection.mockResolvedValueOnce({ pool: { end }, queueName: 'analyses' });
  openEngineConnection.mockRejectedValueOnce(new Error('too many connections'));
  const options = { workers: 1, leaseMs: 30_000 } as QueueOptions;
  await expect(EngineQueue.open('postgres://localhost/x', options)).rejects.toThrow('too many connections');
  expect(end).toHaveBeenCalledOnce();
});
