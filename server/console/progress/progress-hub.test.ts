import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnalysisProgressRow } from '../../store/analysis-pages.ts';
import { ProgressHub } from './progress-hub.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const isOpen = ({ status }: AnalysisProgressRow): boolean => status === 'pending' || status === 'analyzing';

/** A hub over analyses that a test changes. */
function hub() {
  const rows = new Map<string, AnalysisProgressRow>();
  const addedAtMs = new Map<string, number>();
  const faults: unknown[] = [];
  const state = { asked: 0, isDown: false };
  const made = new ProgressHub({
    pages: {
      progress: async (_partnerId, ids, sinceMs) => {
        state.asked++;
        if (state.isDown) throw new Error('down');
        return [...rows.values()].filter(
          (row) => isOpen(row) || ids.includes(row.id) || (addedAtMs.get(row.id) ?? 0) >= sinceMs,
        );
      },
    },
    everyMs: 1000,
    now: () => Date.now(),
    onFault: (error) => void faults.push(error),
  });
  const set = (id: string, status: AnalysisProgressRow['status'], percentage: number) => {
    if (!addedAtMs.has(id)) addedAtMs.set(id, Date.now());
    rows.set(id, { id, status, percentage });
  };
  const told: string[] = [];
  const listener = ({ id, status, percentage }: AnalysisProgressRow) => void told.push(`${id} ${status} ${percentage}`);
  return { made, rows, set, state, faults, told, listener };
}

it('tells what is open, then each change once, and the end', async () => {
  const { made, set, told, listener } = hub();
  set('old', 'success', 100);
  await vi.advanceTimersByTimeAsync(60_000);
  set('a', 'analyzing', 10);
  await made.listen('p', listener);
  await vi.advanceTimersByTimeAsync(3000);
  set('a', 'analyzing', 20);
  set('b', 'pending', 0);
  await vi.advanceTimersByTimeAsync(3000);
  set('a', 'success', 100);
  set('b', 'failed', 0);
  await vi.advanceTimersByTimeAsync(3000);
  expect(told).toEqual(['a analyzing 10', 'a analyzing 20', 'b pending 0', 'a success 100', 'b failed 0']);
});

it('tells once of what begins and ends between two looks, and of what ended just before the opening', async () => {
  const { made, rows, set, state, told, listener } = hub();
  set('before', 'success', 100);
  await made.listen('p', listener);
  set('fast', 'failed', 0);
  await vi.advanceTimersByTimeAsync(2000);
  state.isDown = true;
  set('unseen', 'success', 100);
  await vi.advanceTimersByTimeAsync(30_000);
  state.isDown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(['before success 100', 'fast failed 0', 'unseen success 100']);
  expect(rows.size).toBe(3);
});

it('asks once for all listeners of a partner, and no more when nobody listens', async () => {
  const { made, set, state, told, listener } = hub();
  const stops = [await made.listen('p', (row) => listener(row)), await made.listen('p', (row) => listener(row))];
  state.asked = 0;
  set('a', 'pending', 0);
  await vi.advanceTimersByTimeAsync(5000);
  expect(state.asked).toBe(5);
  expect(told).toEqual(['a pending 0', 'a pending 0']);
  for (const stop of stops) stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(state.asked).toBe(5);
  await made.listen('p', listener);
  expect(told.at(-1)).toBe('a pending 0');
});

it('goes on after a fault of the store, and forgets what was deleted', async () => {
  const { made, rows, set, state, faults, told, listener } = hub();
  set('a', 'pending', 0);
  await made.listen('p', listener);
  state.isDown = true;
  await vi.advanceTimersByTimeAsync(2000);
  expect(faults).toHaveLength(2);
  state.isDown = false;
  rows.delete('a');
  set('b', 'analyzing', 5);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['a pending 0', 'b analyzing 5']);
});
