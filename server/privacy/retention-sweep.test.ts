import { expect, it } from 'vitest';
import { retentionSweep } from './retention-sweep.ts';

/** A sweep over analyses of which only id and start are known. */
function sweepOf(startedMs: Map<string, number>, nowMs: number) {
  const log: string[] = [];
  const cancelled: string[] = [];
  const removed: string[] = [];
  const sweep = retentionSweep({
    analyses: {
      startedBefore: async (beforeMs, most) =>
        [...startedMs]
          .filter(([, atMs]) => atMs < beforeMs)
          .map(([id]) => id)
          .slice(0, most),
      erase: async (id) => {
        if (id === 'broken') throw new Error('no store');
        return startedMs.delete(id) ? `upload-${id}` : null;
      },
    },
    files: {
      removeUpload: async (name) => void removed.push(name),
      removeAll: async (id) => void removed.push(id),
    },
    queue: { cancel: async (id) => void cancelled.push(id) },
    now: () => nowMs,
    lifetimeMs: 1000,
    logger: { info: (...said: unknown[]) => void log.push(JSON.stringify(said)), error: () => void log.push('error') },
  } as Parameters<typeof retentionSweep>[0]);
  return { sweep, log, cancelled, removed };
}

it('deletes what is older than it may become, with its files and its run, and leaves the rest', async () => {
  const started = new Map([
    ...Array.from({ length: 250 }, (_, i) => [`old-${i}`, i] as const),
    ['young', 9000] as const,
  ]);
  const { sweep, log, cancelled, removed } = sweepOf(started, 9500);
  sweep.start();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await sweep.close();
  expect([...started.keys()]).toEqual(['young']);
  expect(cancelled).toHaveLength(250);
  expect(removed).toHaveLength(500);
  expect(log).toEqual(['[{"deleted":250},"analyses that had reached their age were deleted"]']);
});

it('outlives a store that is out of reach', async () => {
  const { sweep, log } = sweepOf(new Map([['broken', 0]]), 9500);
  sweep.start();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await sweep.close();
  expect(log).toEqual(['error']);
});
