import { symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtEntry } from '../../engine/built-entry.ts';
import { begunAnalysis } from '../../test/stores/new-analysis.ts';
import { oneRun } from '../../test/support/one-run.ts';
import { sharedDemoClip } from '../../test/support/shared-demo-clip.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import type { JobOutcome } from './analyser.ts';
import { AnalysisProcess } from './analysis-process.ts';
import { jobOf } from './job-of-record.ts';

const noRoom: Extract<JobOutcome, { type: 'no room' }> = {
  type: 'no room',
  message: 'writing the header: No space left on device',
};

it('hands an analysis back that finds no room, once others are kept from beginning, and tells of no failure', async () => {
  const told: string[] = [];
  const store = {
    fail: async () => told.push('failed') > 0,
    handBack: async () => told.push('handed back') > 0,
  };
  const room = { failed: (error: Error) => void told.push(error.message) };
  const end = await oneRun(store, {}, new AbortController().signal, () => noRoom, { room });
  expect({ end, told }).toEqual({ end: 'handed back', told: [noRoom.message, 'handed back'] });
});

it('does so where an upload finds no room to be fetched to', async () => {
  const told: string[] = [];
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const room = { failed: ({ message }: Error) => void told.push(message) };
  const media = { localUpload: () => Promise.reject(full) };
  const end = await oneRun({}, media, new AbortController().signal, () => noRoom, { room });
  expect({ end, told }).toEqual({ end: 'handed back', told: ['ENOSPC'] });
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
