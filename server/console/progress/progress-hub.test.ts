import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnalysisProgressRow } from '../../store/analysis-pages.ts';
import { ProgressHub } from './progress-hub.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const isOpen = ({ status }: AnalysisProgressRow): boolean => status === 'pending' || status === 'analyzing';

/** A hub over analyses that a test changes. */
function hub() {
  const rows = new Map<string, AnalysisProgressRow>();
  const faults: unknown[] = [];
  const state = { asked: 0, isDown: false };
  const made = new ProgressHub({
    pages: {
      progress: async (_partnerId, ids) => {
        state.asked++;
        if (state.isDown) throw new Error('down');
        return [...rows.values()].filter((row) => isOpen(row) || ids.includes(row.id));
      },
    },
    everyMs: 1000,
    onFault: (error) => void faults.push(error),
  });
  const set = (id: string, status: AnalysisProgressRow['status'], percentage: number) =>
    void rows.set(id, { id, status, percentage });
  const told: string[] = [];
  const listener = ({ id, status, percentage }: AnalysisProgressRow) => void told.push(`${id} ${status} ${percentage}`);
  return { made, rows, set, state, faults, told, listener };
}

it('tells what is open, then each change once, and the end', async () => {
  const { made, set, told, listener } = hub();
  set('a', 'analyzing', 10);
  set('old', 'success', 100);
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
