import type { FastifyBaseLogger } from 'fastify';
import { PeriodicTask } from '../periodic-task.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import { type Erasing, eraseAnalysis } from './erase-analysis.ts';

export interface RetentionOptions extends Erasing {
  readonly analyses: Pick<AnalysisStore, 'erase' | 'startedBefore'>;
  /** For how long an analysis is kept, counted from its start. */
  readonly lifetimeMs: number;
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'error'>;
}

/** How often is looked. */
const roundMs = 3_600_000;
/** Analyses that are asked for at a time. */
const mostAtOnce = 100;

/** Deletes analyses that are older than they may become: once it starts, and then every hour. */
export const retentionSweep = (options: RetentionOptions): PeriodicTask =>
  new PeriodicTask({
    periodMs: roundMs,
    atOnce: true,
    act: async (signal) => {
      const deleted = await eraseOld(options, signal);
      if (deleted > 0) options.logger.info({ deleted }, 'analyses that had reached their age were deleted');
    },
    complaint: 'analyses that have reached their age could not be deleted',
    logger: options.logger,
  });

async function eraseOld(options: RetentionOptions, signal: AbortSignal): Promise<number> {
  const { analyses, lifetimeMs, now } = options;
  let deleted = 0;
  for (;;) {
    const ids = await analyses.startedBefore(now() - lifetimeMs, mostAtOnce);
    for (const id of ids) {
      if (signal.aborted) return deleted;
      if (await eraseAnalysis(options, id, null)) deleted++;
    }
    if (ids.length < mostAtOnce) return deleted;
  }
}
