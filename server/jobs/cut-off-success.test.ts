import { expect, it } from 'vitest';
import { newAnalysis, someResult } from '../../test/stores/new-analysis.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { OutageLog, outageOf } from '../logs/outage-log.ts';
import { AnalysisRuns } from './analysis-runs.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

it.each([
  [true, 'ended'],
  [false, 'taken over'],
] as const)('keeps the files of a success that was kept though its answer was lost (kept: %s)', async (isKept, end) => {
  const removed: string[] = [];
  let tries = 0;
  const runs = new AnalysisRuns({
    store: {
      setPercentage: async () => true,
      succeed: async () => {
        tries++;
        if (tries === 1) throw new Error('Connection terminated unexpectedly');
        return false;
      },
      hasSucceeded: async () => isKept,
      holds: async () => !isKept,
      fail: async () => true,
      handBack: async () => true,
    },
    media: {
      scratchPath: () => tempDir(),
      localUpload: async () => ({ path: 'video', release: async () => undefined }),
      keep: async () => undefined,
      remove: async () => void removed.push('pictures'),
      removeUpload: async () => void removed.push('upload'),
    },
    deadlineMs: 1000,
    threads: 1,
    now: Date.now,
    network: 'blazepose-full',
    blurFaces: false,
    slowMotion: false,
    logger: quiet,
    outage: new OutageLog(outageOf('the store'), quiet),
  });
  const record = {
    ...newAnalysis('a', 'p'),
    status: 'analyzing',
    percentage: 0,
    attempt: 1,
    reason: null,
    result: null,
  } as const;
  const analyser = { run: async () => ({ type: 'done', result: someResult() }) as const, close: async () => undefined };
  expect(await runs.run(record, analyser, new AbortController().signal)).toBe(end);
  expect(removed).toEqual([isKept ? 'upload' : 'pictures']);
});
