import type { FastifyBaseLogger } from 'fastify';
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
export class RetentionSweep {
  readonly #options: RetentionOptions;
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#round = this.#sweep();
    this.#timer = setInterval(() => {
      this.#round = this.#round.then(() => this.#sweep());
    }, roundMs).unref();
  }

  /** Deletes no more once this resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#round;
  }

  async #sweep(): Promise<void> {
    const { logger } = this.#options;
    try {
      const deleted = await this.#eraseOld();
      if (deleted > 0) logger.info({ deleted }, 'analyses that had reached their age were deleted');
    } catch (error) {
      logger.error({ err: error }, 'analyses that have reached their age could not be deleted');
    }
  }

  async #eraseOld(): Promise<number> {
    const { analyses, lifetimeMs, now } = this.#options;
    let deleted = 0;
    for (;;) {
      const ids = await analyses.startedBefore(now() - lifetimeMs, mostAtOnce);
      for (const id of ids) {
        if (this.#closed) return deleted;
        if (await eraseAnalysis(this.#options, id, null)) deleted++;
      }
      if (ids.length < mostAtOnce) return deleted;
    }
  }
}
