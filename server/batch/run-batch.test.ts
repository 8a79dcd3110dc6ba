import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { type BatchProgress, type BatchWork, runBatch } from './run-batch.ts';

const clips = ['a', 'b', 'c', 'd', 'e'];
const work = (changes: Partial<BatchWork>): BatchWork => ({
  jobs: 2,
  signal: new AbortController().signal,
  analyse: async () => 'done',
  onProgress: () => undefined,
  ...changes,
});

describe('a batch', () => {
  it('goes on after a clip that fails, and keeps the order of the clips', async () => {
    const outcomes = await runBatch(
      clips,
      work({
        analyse: async (clip) => {
          await sleep(clip === 'a' ? 20 : 1);
          if (clip === 'b') throw new StrideError('no_person');
          if (clip === 'c') throw new TypeError('a fault of ours');
          return clip === 'd' ? 'kept' : 'done';
        },
      }),
    );
    expect(outcomes.map(({ clip, status, code }) => [clip, status, code])).toEqual([
      ['a', 'done', null],
      ['b', 'failed', 'no_person'],
      ['c', 'failed', 'unexpected'],
      ['d', 'kept', null],
      ['e', 'done', null],
    ]);
    expect(outcomes[2]?.message).toBe('a fault of ours');
  });

  it.each([1, 2, 3, 9])('does %d at a time, and no more', async (jobs) => {
    let [now, most] = [0, 0];
    await runBatch(
      clips,
      work({
        jobs,
        analyse: async () => {
          most = Math.max(most, ++now);
          await sleep(5);
          now--;
          return 'done';
        },
      }),
    );
    expect(most).toBe(Math.min(jobs, clips.length));
  });

  it('leaves open what an abort cuts off, and begins nothing more', async () => {
    const controller = new AbortController();
    const begun: string[] = [];
    const outcomes = await runBatch(
      clips,
      work({
        jobs: 1,
        signal: controller.signal,
        analyse: async (clip) => {
          begun.push(clip);
          if (clip === 'b') {
            controller.abort();
            throw new StrideError('aborted');
          }
          return 'done';
        },
      }),
    );
    expect(begun).toEqual(['a', 'b']);
    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'open', 'open', 'open', 'open']);
  });

  it('tells progress that never falls and ends at 100', async () => {
    const told: number[] = [];
    await runBatch(
      clips,
      work({
        analyse: async (_, onProgress) => {
          for (const percentage of [0, 50, 100]) onProgress(percentage);
          return 'done';
        },
        onProgress: ({ percentage }) => told.push(percentage),
      }),
    );
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(100);
  });

  it('counts what was kept in no share of the work', async () => {
    const told: BatchProgress[] = [];
    await runBatch(
      clips,
      work({
        jobs: 1,
        analyse: async (clip, onProgress) => {
          if (clip < 'd') return 'kept';
          onProgress(50);
          return 'done';
        },
        onProgress: (progress) => told.push(progress),
      }),
    );
    expect(told.map(({ ended, worked, workShare }) => [ended, worked, workShare])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
      [3, 0, 0.25],
      [4, 1, 0.5],
      [4, 1, 0.75],
      [5, 2, 1],
    ]);
  });
});
