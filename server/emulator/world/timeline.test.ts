import { expect, it, onTestFinished } from 'vitest';
import { EmulatedClock } from '../clock/emulated-clock.ts';
import type { MemoryAnalysisStore } from '../stores/memory-analysis-store.ts';
import { ordinaryCourse, stepsOf } from './course.ts';
import { Timeline } from './timeline.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A timeline whose results take a while to come, and what it has done. */
function timelineOf(resultOf: () => Promise<never>) {
  const clock = new EmulatedClock(0, { kind: 'frozen' });
  onTestFinished(() => clock.close());
  const done: string[] = [];
  const note = (what: string) => async () => {
    done.push(what);
    await pause(1);
    return true;
  };
  const percentage = async (_run: unknown, share: number) => note(String(share))();
  const store = { take: note('begin'), setPercentage: percentage, succeed: note('success'), fail: note('failed') };
  const analyses = store as unknown as MemoryAnalysisStore;
  return { clock, done, timeline: new Timeline({ clock, analyses, resultOf }) };
}

const slowly = async (): Promise<never> => {
  await pause(20);
  return {} as never;
};
const instant = stepsOf({ ...ordinaryCourse, pendingMs: 0, durationMs: 0 });
const all = ['begin', '10', '20', '30', '40', '50', '60', '70', '80', '90', 'success'];

it('takes every step once, however many take them at a time', async () => {
  const { clock, done, timeline } = timelineOf(slowly);
  timeline.start('a', instant);
  // By now the clock's own callback is under way.
  await pause(3);
  await Promise.all([timeline.hasten('a', 4000), timeline.toNow(), timeline.hasten('a', 0), clock.advance(0, slowly)]);
  expect(done).toEqual(all);
});

it('has whoever looks wait for the end that is under way', async () => {
  const { done, timeline } = timelineOf(slowly);
  timeline.start('a', instant);
  void timeline.toNow();
  await pause(15);
  await timeline.toNow();
  expect(done).toEqual(all);
});

it('takes no step of an analysis that was taken out, and lets the one under way end', async () => {
  const { done, timeline } = timelineOf(slowly);
  timeline.start('a', instant);
  void timeline.toNow();
  await pause(3);
  await timeline.release('a');
  const { length } = done;
  await pause(30);
  expect(length).toBeLessThan(all.length);
  expect(done).toHaveLength(length);
});

it('ends an analysis whose result cannot be made, and no other', async () => {
  const warnings: string[] = [];
  const listen = ({ message }: Error): void => void warnings.push(message);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  const { done, timeline } = timelineOf(() => Promise.reject(new Error('no runner runs so')));
  timeline.start('a', instant);
  await timeline.toNow();
  expect(done.at(-1)).toBe('failed');
  await expect.poll(() => warnings).toContain('no runner runs so');
});

it('takes the steps of all analyses in the order of their moments, then of their ids, however late somebody looks', async () => {
  const clock = new EmulatedClock(0, { kind: 'frozen' });
  onTestFinished(() => clock.close());
  const done: (readonly [atMs: number, id: string])[] = [];
  const analyses = {
    take: async (id: string, atMs: number) => done.push([atMs, id]),
    setPercentage: async ({ id }: { readonly id: string }, _share: number, atMs: number) => done.push([atMs, id]),
    succeed: async ({ id }: { readonly id: string }, _result: unknown, atMs: number) => done.push([atMs, id]),
  } as unknown as MemoryAnalysisStore;
  const timeline = new Timeline({ clock, analyses, resultOf: slowly });
  timeline.start('c', stepsOf({ ...ordinaryCourse, pendingMs: 4500, durationMs: 2000 }));
  timeline.start('b', stepsOf({ ...ordinaryCourse, pendingMs: 1000, durationMs: 10_000 }));
  timeline.start('a', stepsOf({ ...ordinaryCourse, pendingMs: 1000, durationMs: 10_000 }));
  // As a running clock does while nothing of the process runs: no timer has come.
  clock.begin(60_000, { kind: 'frozen' });
  await timeline.toNow();
  expect(done).toHaveLength(33);
  expect(done).toEqual(done.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)));
  expect(done.slice(0, 2)).toEqual([
    [1000, 'a'],
    [1000, 'b'],
  ]);
});
