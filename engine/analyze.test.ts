import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { childrenOf } from '../test/support/children.ts';
import { sharedDemoClip } from '../test/support/shared-demo-clip.ts';
import { tempDir } from '../test/support/temp-dir.ts';
import type { AnalysisRequest, Stage } from './analysis.ts';
import { analyze } from './analyze.ts';

let clipPath: string;
// Painting takes a while where other work goes on, and is none of what is tested.
beforeAll(async () => {
  clipPath = (await sharedDemoClip()).path;
}, 240_000);

afterEach(() => {
  vi.restoreAllMocks();
  expect(childrenOf(process.pid)).toEqual([]);
});

interface Asked {
  readonly request: AnalysisRequest<'side'>;
  /** Where the pictures go. */
  readonly folder: string;
}

function asked(changes: Partial<AnalysisRequest<'side'>> = {}): Asked {
  const folder = tempDir();
  const request: AnalysisRequest<'side'> = {
    videoPath: clipPath,
    view: 'side',
    heightM: 1.75,
    treadmill: true,
    paceSPerKm: 330,
    language: 'en',
    network: 'blazepose-lite',
    output: { videoPath: join(folder, 'annotated.mp4'), thumbnailPath: join(folder, 'thumbnail.jpg') },
    ...changes,
  };
  return { request, folder };
}

/** Calls `act` once, when a stage is under way. */
function during(stage: Stage, act: () => void): NonNullable<AnalysisRequest['onProgress']> {
  let hasActed = false;
  return (progress) => {
    if (hasActed || progress.stage !== stage) return;
    hasActed = true;
    act();
  };
}

describe('an abort', () => {
  test.each(['probe', 'pose', 'render'] as const)('during %s ends the analysis and leaves nothing', async (stage) => {
    const abort = new AbortController();
    const { request, folder } = asked({
      signal: abort.signal,
      deadlineMs: 600_000,
      onProgress: during(stage, () => abort.abort(new Error('the caller has gone'))),
    });
    await expect(analyze(request)).rejects.toMatchObject({ name: 'StrideError', code: 'aborted' });
    expect(childrenOf(process.pid)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('before the start ends it too', async () => {
    const { request, folder } = asked({ signal: AbortSignal.abort(), deadlineMs: 600_000 });
    await expect(analyze(request)).rejects.toMatchObject({ code: 'aborted' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a deadline', () => {
  test('that passes ends the analysis, says so, and leaves nothing', async () => {
    const { request, folder } = asked({ deadlineMs: 1 });
    await expect(analyze(request)).rejects.toMatchObject({ code: 'deadline_exceeded', detail: '0.001 s' });
    expect(childrenOf(process.pid)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['pose', 'render'] as const)('that passes during %s is told from an abort', async (stage) => {
    const clock = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
    const { request, folder } = asked({
      signal: new AbortController().signal,
      deadlineMs: 7_000,
      onProgress: during(stage, () => clock.abort(new DOMException('the time is up', 'TimeoutError'))),
    });
    await expect(analyze(request)).rejects.toMatchObject({ code: 'deadline_exceeded', detail: '7 s' });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(7_000);
    expect(childrenOf(process.pid)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('does not hide what else went wrong', async () => {
    const { request } = asked({ deadlineMs: 600_000 });
    const missing = { ...request, videoPath: join(tempDir(), 'missing.mp4') };
    await expect(analyze(missing)).rejects.not.toMatchObject({ code: 'deadline_exceeded' });
  });
});
