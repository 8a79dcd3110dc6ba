import type { JobOutcome } from '../../server/jobs/analyser.ts';
import { AnalysisRuns, type RunEnd, type RunsOptions } from '../../server/jobs/analysis-runs.ts';
import { OutageLog, outageOf } from '../../server/logs/outage-log.ts';
import { begunAnalysis, someResult } from '../stores/new-analysis.ts';
import { tempDir } from './temp-dir.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One run to its end, whose analyser succeeds unless it is told; what is not told of the places works, and keeps nothing. */
export function oneRun(
  store: Partial<RunsOptions['store']>,
  media: Partial<RunsOptions['media']>,
  signal = new AbortController().signal,
  outcome: () => JobOutcome = () => ({ type: 'done', result: someResult() }),
  options: Partial<RunsOptions> = {},
): Promise<RunEnd> {
  const runs = new AnalysisRuns({
    store: {
      setPercentage: async () => true,
      succeed: async () => true,
      hasSucceeded: async () => false,
      holds: async () => true,
      fail: async () => true,
      handBack: async () => true,
      ...store,
    },
    media: {
      scratchPath: () => tempDir(),
      localUpload: async () => ({ path: 'video', release: async () => undefined }),
      keep: async () => undefined,
      remove: async () => undefined,
      removeUpload: async () => undefined,
      ...media,
    },
    deadlineMs: 1000,
    threads: 1,
    now: Date.now,
    network: 'blazepose-full',
    blurFaces: false,
    slowMotion: false,
    logger: quiet,
    outage: new OutageLog(outageOf('the store'), quiet),
    room: { failed: () => undefined },
    ...options,
  });
  const analyser = { run: async () => outcome(), close: async () => undefined };
  return runs.run(begunAnalysis('a', 'p'), analyser, signal);
}
