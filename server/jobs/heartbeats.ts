import type { FastifyBaseLogger } from 'fastify';
import type { OutageLog } from '../logs/outage-log.ts';
import type { Run } from '../store/analysis-store.ts';

export interface HeartbeatOptions {
  /** How long a run may go without having been renewed. */
  readonly leaseMs: number;
  /** Renews a run. False when it is no longer the record's own. */
  readonly renew: (run: Run) => Promise<boolean>;
  readonly logger: Pick<FastifyBaseLogger, 'warn'>;
  /** Told of runs that could not be renewed. */
  readonly outage: OutageLog;
}

interface Beating {
  readonly run: Run;
  readonly controller: AbortController;
  /** Ends the run at the end of its lease. */
  end: NodeJS.Timeout;
}

/** Renewals in a lease: two may fail before it ends. */
const beatsInLease = 3;

/** The runs of this process, each renewed thrice in its lease, and aborted when it was taken over or could not be renewed in time. */
export class Heartbeats {
  readonly #options: HeartbeatOptions;
  readonly #beating = new Map<string, Beating>();

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** How often `beat` is to be called. */
  get periodMs(): number {
    return this.#options.leaseMs / beatsInLease;
  }

  get count(): number {
    return this.#beating.size;
  }

  /** Counts a run that begins among them. @returns What aborts it. */
  hold(run: Run): AbortSignal {
    const controller = new AbortController();
    // An earlier run of the same analysis may still be ending.
    this.abort(run.id);
    this.#beating.set(run.id, { run, controller, end: this.#endOf(run, controller) });
    return controller.signal;
  }

  release(run: Run): void {
    const beating = this.#beating.get(run.id);
    if (beating?.run.attempt !== run.attempt) return;
    clearTimeout(beating.end);
    this.#beating.delete(run.id);
  }

  /** Aborts the run of an analysis, if one is here. */
  abort(analysisId: string): void {
    this.#beating.get(analysisId)?.controller.abort();
  }

  abortAll(): void {
    for (const { controller } of this.#beating.values()) controller.abort();
  }

  /** Renews every run. @returns Whether each of them could be asked for. */
  async beat(): Promise<boolean> {
    const answers = await Promise.all([...this.#beating.values()].map((beating) => this.#renew(beating)));
    return answers.every((isAnswered) => isAnswered);
  }

  async #renew(beating: Beating): Promise<boolean> {
    const { run, controller } = beating;
    const askedMs = performance.now();
    try {
      const isOwn = await this.#options.renew(run);
      if (this.#beating.get(run.id) !== beating) return true;
      if (!isOwn) {
        this.#options.logger.warn({ analysis: run.id, attempt: run.attempt }, 'a run was taken over, or is not wanted');
        controller.abort();
        return true;
      }
      clearTimeout(beating.end);
      beating.end = this.#endOf(run, controller, performance.now() - askedMs);
      return true;
    } catch (error) {
      this.#options.outage.failed(error, { analysis: run.id });
      return false;
    }
  }

  /** The lease counts from the moment at which it was asked for. */
  #endOf(run: Run, controller: AbortController, passedMs = 0): NodeJS.Timeout {
    const end = setTimeout(
      () => {
        const { id, attempt } = run;
        this.#options.logger.warn({ analysis: id, attempt }, 'a run ends: its lease could not be renewed in time');
        controller.abort();
      },
      Math.max(0, this.#options.leaseMs - passedMs),
    );
    end.unref();
    return end;
  }
}
