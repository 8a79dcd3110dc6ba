import { expect, it, onTestFinished, vi } from 'vitest';
import { deliveredLifetimeMs, deliveredSweep } from './delivered-sweep.ts';

const day = 24 * 3600 * 1000;

it('deletes what was delivered a week ago, in pieces, at the start and every day until it is closed', async () => {
  vi.useFakeTimers({ now: 100 * day, toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const asked: number[] = [];
  let left = 1200;
  const forgetDelivered = async (beforeMs: number, most: number): Promise<number> => {
    asked.push(beforeMs);
    const deleted = Math.min(left, most);
    left -= deleted;
    return deleted;
  };
  const error = vi.fn();
  const sweep = deliveredSweep({ store: { forgetDelivered }, now: Date.now, logger: { error } });
  sweep.start();
  await vi.waitUntil(() => left === 0);
  expect(asked).toEqual([93 * day, 93 * day, 93 * day]);
  await vi.advanceTimersByTimeAsync(day);
  await vi.waitUntil(() => asked.length === 4);
  expect(asked.at(-1)).toBe(101 * day - deliveredLifetimeMs);
  await sweep.close();
  await vi.advanceTimersByTimeAsync(3 * day);
  expect(asked).toHaveLength(4);
  expect(error).not.toHaveBeenCalled();
});

it('says when it could not, and tries again the next day', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const forgetDelivered = vi.fn(async () => {
    throw new Error('locked');
  });
  const error = vi.fn();
  const sweep = deliveredSweep({ store: { forgetDelivered }, now: Date.now, logger: { error } });
  sweep.start();
  await vi.advanceTimersByTimeAsync(day);
  await vi.waitUntil(() => error.mock.calls.length === 2);
  await sweep.close();
});
