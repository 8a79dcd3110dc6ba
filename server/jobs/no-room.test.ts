import { symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtEntry } from '../../engine/built-entry.ts';
import { begunAnalysis, someResult } from '../../test/stores/new-analysis.ts';
import { oneRun } from '../../test/support/one-run.ts';
import { sharedDemoClip } from '../../test/support/shared-demo-clip.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import type { JobOutcome } from './analyser.ts';
import { AnalysisProcess } from './analysis-process.ts';
import { jobOf } from './job-of-record.ts';

const noRoom: JobOutcome = { type: 'no room', message: 'writing the header: No space left on device' };

it('runs an analysis again until the disk has room for what it makes, and tells of no failure', async () => {
  const outcomes: JobOutcome[] = [noRoom, noRoom, { type: 'done', result: someResult() }];
  const told: string[] = [];
  const store = {
    succeed: async () => told.push('success') > 0,
    fail: async () => told.push('failed') > 0,
    handBack: async () => told.push('handed back') > 0,
  };
  const end = await oneRun(store, {}, new AbortController().signal, () => outcomes.shift() ?? noRoom);
  expect({ end, told }).toEqual({ end: 'ended', told: ['success'] });
});

it('hands an analysis back that waits for room when the server stops', async () => {
  const stopping = new AbortController();
  const told: string[] = [];
  const store = { handBack: async () => told.push('handed back') > 0 };
  setTimeout(() => stopping.abort(), 200);
  const end = await oneRun(store, {}, stopping.signal, () => noRoom);
  expect({ end, told }).toEqual({ end: 'handed back', told: ['handed back'] });
});

it.skipIf(process.platform !== 'linux')('hears of a worker that its disk is full', { timeout: 300_000 }, async () => {
  const mediaDir = tempDir();
  const record = begunAnalysis('a', 'p');
  const { path: videoPath } = await sharedDemoClip();
  const wishes = { blurFace: false, slowMotion: false };
  const job = jobOf(record, { videoPath, mediaDir }, 'movenet-lightning', 1, wishes);
  // The last step but two: what is written there finds no room.
  symlinkSync('/dev/full', `${job.frameDataPath}.partial`);
  const analyser = new AnalysisProcess(builtEntry(import.meta.url, './analysis-worker.js'));
  try {
    const watch = { deadlineMs: 120_000, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await analyser.run(job, watch)).toMatchObject({
      type: 'no room',
      message: expect.stringContaining('ENOSPC'),
    });
  } finally {
    await analyser.close();
  }
});
