import type { AnalysisPages, AnalysisProgressRow } from '../../store/analysis-pages.ts';
import type { AnalysisProgress } from '../api/progress.ts';

/** Told of an analysis that has begun, come further or ended. */
export type ProgressListener = (progress: AnalysisProgress) => void;

export interface ProgressHubOptions {
  readonly pages: Pick<AnalysisPages, 'progress'>;
  /** How often the store is asked while anybody listens, milliseconds. */
  readonly everyMs: number;
  /** Told when the store could not be asked; it is asked again at the next time. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Tells pages how far analyses are. Of each partner whose pages listen the store is asked again and again, once for all of them: what
 * another process runs is seen too, but not what begins and ends between two looks.
 */
export class ProgressHub {
  readonly #options: ProgressHubOptions;
  readonly #watches = new Map<string, Watch>();

  constructor(options: ProgressHubOptions) {
    this.#options = options;
  }

  /** Tells a listener of everything that waits or runs, and then of every change, until what is returned is called. */
  async listen(partnerId: string, listener: ProgressListener): Promise<() => void> {
    const rows = await this.#options.pages.progress(partnerId, []);
    for (const row of rows) listener(row);
    const watch = this.#watches.get(partnerId) ?? new Watch(partnerId, this.#options, rows);
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
  /** What was told last of each analysis that has not ended. */
  readonly #told: Map<string, string>;
  #timer: NodeJS.Timeout;
  #isStopped = false;

  constructor(partnerId: string, options: ProgressHubOptions, known: readonly AnalysisProgressRow[]) {
    this.#partnerId = partnerId;
    this.#options = options;
    this.#told = new Map(known.map((row) => [row.id, textOf(row)]));
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
    const { pages, onFault } = this.#options;
    try {
      this.#tell(await pages.progress(this.#partnerId, [...this.#told.keys()]));
    } catch (error) {
      onFault(error);
    }
    if (!this.#isStopped) this.#timer = this.#later();
  }

  #tell(rows: readonly AnalysisProgressRow[]): void {
    const seen = new Map(rows.map((row) => [row.id, row]));
    // What was deleted is told of no more.
    for (const id of this.#told.keys()) if (!seen.has(id)) this.#told.delete(id);
    for (const row of rows) {
      if (this.#told.get(row.id) === textOf(row)) continue;
      for (const listener of this.listeners) listener(row);
      if (row.status === 'success' || row.status === 'failed') this.#told.delete(row.id);
      else this.#told.set(row.id, textOf(row));
    }
  }
}

const textOf = ({ status, percentage }: AnalysisProgressRow): string => `${status} ${percentage}`;
