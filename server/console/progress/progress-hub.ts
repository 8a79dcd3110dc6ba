import type { AnalysisPages, AnalysisProgressRow } from '../../store/analysis-pages.ts';
import type { AnalysisProgress } from '../api/progress.ts';

/** Told of an analysis that has begun, come further or ended. */
export type ProgressListener = (progress: AnalysisProgress) => void;

export interface ProgressHubOptions {
  readonly pages: Pick<AnalysisPages, 'progress'>;
  /** How often the store is asked while anybody listens, milliseconds. */
  readonly everyMs: number;
  /** By the clock that analyses are stamped with, milliseconds. */
  readonly now: () => number;
  /** Told when the store could not be asked; it is asked again at the next time. */
  readonly onFault: (error: unknown) => void;
}

/** How far the clocks of servers on one store may differ, and how long adding an analysis may take, milliseconds. */
const marginMs = 10_000;

/**
 * Tells pages how far analyses are. Of each partner whose pages listen the store is asked again and again, once for all of them: what
 * another process runs is seen too, and so is what begins and ends between two looks.
 */
export class ProgressHub {
  readonly #options: ProgressHubOptions;
  readonly #watches = new Map<string, Watch>();

  constructor(options: ProgressHubOptions) {
    this.#options = options;
  }

  /**
   * Tells a listener of everything that waits or runs or has just ended, and then of every change, until what is returned is called.
   */
  async listen(partnerId: string, listener: ProgressListener): Promise<() => void> {
    const lookedAtMs = this.#options.now();
    const rows = await this.#options.pages.progress(partnerId, [], lookedAtMs - marginMs);
    for (const row of rows) listener(row);
    const watch = this.#watches.get(partnerId) ?? new Watch(partnerId, this.#options, rows, lookedAtMs);
    this.#watches.set(partnerId, watch);
    watch.listeners.add(listener);
    return () => {
      watch.listeners.delete(listener);
      if (watch.listeners.size > 0 || this.#watches.get(partnerId) !== watch) return;
      watch.stop();
      this.#watches.delete(partnerId);
    };
  }
}

/** Looks after the analyses of one partner. */
class Watch {
  readonly listeners = new Set<ProgressListener>();
  readonly #partnerId: string;
  readonly #options: ProgressHubOptions;
  /** What was told last of each analysis that has not ended, or was added a short while ago. */
  #told: ReadonlyMap<string, AnalysisProgressRow>;
  /** When the store was last asked with an answer. */
  #lookedAtMs: number;
  #timer: NodeJS.Timeout;
  #isStopped = false;

  constructor(
    partnerId: string,
    options: ProgressHubOptions,
    known: readonly AnalysisProgressRow[],
    lookedAtMs: number,
  ) {
    this.#partnerId = partnerId;
    this.#options = options;
    this.#told = byId(known);
    this.#lookedAtMs = lookedAtMs;
    this.#timer = this.#later();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #later(): NodeJS.Timeout {
    return setTimeout(() => void this.#look(), this.#options.everyMs).unref();
  }

  async #look(): Promise<void> {
    const { pages, now, onFault } = this.#options;
    try {
      const lookedAtMs = now();
      const open = [...this.#told.values()].filter(isOpen).map(({ id }) => id);
      this.#tell(await pages.progress(this.#partnerId, open, this.#lookedAtMs - marginMs));
      this.#lookedAtMs = lookedAtMs;
    } catch (error) {
      onFault(error);
    }
    if (!this.#isStopped) this.#timer = this.#later();
  }

  /** What is no longer among the rows was deleted, or ended a while ago. */
  #tell(rows: readonly AnalysisProgressRow[]): void {
    const before = this.#told;
    this.#told = byId(rows);
    for (const row of rows) {
      const told = before.get(row.id);
      if (told?.status === row.status && told.percentage === row.percentage) continue;
      for (const listener of this.listeners) listener(row);
    }
  }
}

const byId = (rows: readonly AnalysisProgressRow[]): Map<string, AnalysisProgressRow> =>
  new Map(rows.map((row) => [row.id, row]));

const isOpen = ({ status }: AnalysisProgressRow): boolean => status === 'pending' || status === 'analyzing';
