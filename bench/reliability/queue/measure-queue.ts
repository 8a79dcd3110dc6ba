import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Analyser, JobOutcome } from '../../../server/jobs/analyser.ts';
import type { RunsOptions } from '../../../server/jobs/analysis-runs.ts';
import type { JobQueue } from '../../../server/jobs/job-queue.ts';
import { openQueue } from '../../../server/jobs/open-queue.ts';
import { OutageLog, outageOf } from '../../../server/logs/outage-log.ts';
import { openDataDir } from '../../../server/store/data-dir.ts';
import { openStores } from '../../../server/store/open-stores.ts';
import { newAnalysis, someResult } from '../../../test/stores/new-analysis.ts';

export interface QueueResult {
  readonly jobs: number;
  readonly jobsPerS: number;
  /** Of a disk that a commit waits for. */
  readonly commitsPerS: number;
}

/** Adds that are under way at a time, as of so many clients. */
const clients = 8;
const workers = 4;

/** Has the embedded queue do jobs that cost nothing, each added, taken and ended with a commit that waits for the disk. */
export async function measureQueue(jobs: number): Promise<QueueResult> {
  const root = await mkdtemp(join(tmpdir(), 'stridelab-queue-'));
  const dir = openDataDir(root);
  let ended = 0;
  let allEnded = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    allEnded = resolve;
  });
  const stores = await openStores({
    dir,
    onChange: ({ status }) => {
      if (status === 'success' && ++ended === jobs) allEnded();
    },
  });
  const queue = await openQueue(null, {
    store: stores.analyses,
    media: { ...nothingKept, scratchPath: () => join(root, 'none') },
    workers,
    deadlineMs: 60_000,
    leaseMs: 30_000,
    mostLostRuns: 3,
    threads: 1,
    now: Date.now,
    network: 'blazepose-full',
    blurFaces: false,
    slowMotion: false,
    logger: pino({ level: 'silent' }),
    outage: new OutageLog(outageOf('the store'), pino({ level: 'silent' })),
    newAnalyser: () => new IdleAnalyser(),
    freeBytes: async () => Number.POSITIVE_INFINITY,
  });
  try {
    const { partnerId } = await stores.accounts.createKey({ partner: 'Acme', label: null, credits: null }, 1);
    queue.start();
    const beganMs = performance.now();
    await Promise.all(Array.from({ length: clients }, (_, client) => addAll(queue, client)));
    await done;
    const jobsPerS = jobs / ((performance.now() - beganMs) / 1000);
    return { jobs, jobsPerS, commitsPerS: 3 * jobsPerS };

    async function addAll(to: JobQueue, client: number): Promise<void> {
      for (let job = client; job < jobs; job += clients) {
        const id = `job-${job}`;
        await stores.analyses.add(newAnalysis(id, partnerId, { createdAtMs: Date.now() }));
        to.add(id);
      }
    }
  } finally {
    await queue.close();
    await stores.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** No files: what the queue costs is counted, not what the disk does. */
const nothingKept: Omit<RunsOptions['media'], 'scratchPath'> = {
  localUpload: async () => ({ path: 'none', release: async () => undefined }),
  removeUpload: async () => undefined,
  keep: async () => undefined,
  remove: async () => undefined,
};

/** Is done at once. */
class IdleAnalyser implements Analyser {
  readonly #outcome: JobOutcome = { type: 'done', result: someResult() };

  async run(): Promise<JobOutcome> {
    return this.#outcome;
  }

  async close(): Promise<void> {
    // Nothing was started.
  }
}
