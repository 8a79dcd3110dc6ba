import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { putOffs } from '../http/admission.ts';
import type { FreeSpace } from '../http/free-bytes.ts';
import type { QueueFault } from '../jobs/job-queue.ts';
import type { AnalysisChange } from '../store/analysis-change.ts';
import type { Unreadiness } from './readiness.ts';
import type { StoreCounts } from './store-counts.ts';

/** Runs whose beginning is kept: many more than a process has at a time. */
const mostBegun = 1000;

const unreadinesses = [
  'stopping',
  'store_unavailable',
  'disk_nearly_full',
  'workers_unable',
] as const satisfies readonly Unreadiness[];

/** What a process counts of its own doing, and asks of the store when it is read. No label names a partner, an analysis or a person. */
export class ServerMetrics {
  readonly #registry = new Registry();
  /** Runs whose end has not been told, and when they began, milliseconds since 1970. */
  readonly #begun = new Map<string, { readonly attempt: number; readonly atMs: number }>();

  readonly requests = new Histogram({
    name: 'stridelab_http_request_duration_seconds',
    help: 'Time from a request’s first byte to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
    registers: [this.#registry],
  });

  readonly uploads = new Gauge({
    name: 'stridelab_uploads_under_way',
    help: 'Videos that are being received now.',
    registers: [this.#registry],
  });

  readonly putOffs = new Counter({
    name: 'stridelab_starts_put_off_total',
    help: 'Starts answered with 429 because uploads, waiting analyses or the disk left no room.',
    labelNames: ['why'] as const,
    registers: [this.#registry],
  });

  readonly analyses = new Histogram({
    name: 'stridelab_analysis_duration_seconds',
    help: 'Time from the beginning of a run to its end, both in this process.',
    labelNames: ['outcome'] as const,
    buckets: [1, 2, 5, 10, 20, 30, 60, 120, 300, 600],
    registers: [this.#registry],
  });

  readonly ended = new Counter({
    name: 'stridelab_analyses_ended_total',
    help: 'Analyses that this process ended, wherever they began.',
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });

  readonly deliveries = new Counter({
    name: 'stridelab_webhook_attempts_total',
    help: 'Attempts to post webhook events: delivered, failed (comes again) or dead (given up).',
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });

  readonly #queue = new Gauge({
    name: 'stridelab_analyses',
    help: 'Analyses in the store that wait (pending) or run (analyzing).',
    labelNames: ['state'] as const,
    registers: [this.#registry],
  });

  readonly #oldest = new Gauge({
    name: 'stridelab_oldest_waiting_seconds',
    help: 'Age of the analysis that has waited longest; 0 where none waits.',
    registers: [this.#registry],
  });

  readonly #events = new Gauge({
    name: 'stridelab_webhook_events',
    help: 'Webhook events in the store that wait for delivery or are dead.',
    labelNames: ['state'] as const,
    registers: [this.#registry],
  });

  readonly #credits = new Gauge({
    name: 'stridelab_credits_balance',
    help: 'Credits that all metered partners have together.',
    registers: [this.#registry],
  });

  readonly #broke = new Gauge({
    name: 'stridelab_partners_without_credits',
    help: 'Metered partners whose credits are used up.',
    registers: [this.#registry],
  });

  readonly #disk = new Gauge({
    name: 'stridelab_disk_free_bytes',
    help: 'Bytes that can still be written on the fullest disk of those that hold the data folder and the media.',
    registers: [this.#registry],
  });

  readonly #noRoom = new Gauge({
    name: 'stridelab_no_room_for_analyses',
    help: '1 while this process takes no analyses because its disk had no room for their files, else 0.',
    registers: [this.#registry],
  });

  readonly #storeUp = new Gauge({
    name: 'stridelab_store_up',
    help: 'Whether the store answered when these numbers were read; where it is 0, what it would tell is left out.',
    registers: [this.#registry],
  });

  readonly #unready = new Gauge({
    name: 'stridelab_unready',
    help: 'Why /readyz says 503: 1 of the reason that it names, 0 of the others.',
    labelNames: ['reason'] as const,
    registers: [this.#registry],
  });

  constructor() {
    for (const why of putOffs) this.putOffs.inc({ why }, 0);
    for (const outcome of ['success', 'failed']) {
      this.analyses.zero({ outcome });
      this.ended.inc({ outcome }, 0);
    }
    for (const outcome of ['delivered', 'failed', 'dead']) this.deliveries.inc({ outcome }, 0);
  }

  /** Adds what Node.js tells of the process: CPU, memory, handles, the event loop’s lag. It watches from then on. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Told of every change of an analysis that this process makes. */
  analysisChanged({ id, status, attempt, atMs }: AnalysisChange): void {
    if (status === 'analyzing') {
      if (this.#begun.get(id)?.attempt !== attempt) this.#begins(id, attempt, atMs);
      return;
    }
    const begunMs = this.#begun.get(id)?.atMs;
    this.#begun.delete(id);
    if (status !== 'success' && status !== 'failed') return;
    this.ended.inc({ outcome: status });
    // A run that began in another process, or never, has no duration here.
    if (begunMs !== undefined) this.analyses.observe({ outcome: status }, Math.max(0, atMs - begunMs) / 1000);
  }

  /** Of a run that another process took over, this one hears no end. */
  #begins(id: string, attempt: number, atMs: number): void {
    this.#begun.delete(id);
    this.#begun.set(id, { attempt, atMs });
    if (this.#begun.size <= mostBegun) return;
    const [oldest] = this.#begun.keys();
    if (oldest !== undefined) this.#begun.delete(oldest);
  }

  /**
   * Everything as Prometheus reads it.
   *
   * @param counts Null where the store did not answer.
   * @param free Null where a folder is gone.
   * @param unready What `/readyz` says; null where it is well.
   * @param fault The queue's.
   */
  async text(
    counts: StoreCounts | null,
    free: FreeSpace | null,
    unready: Unreadiness | null,
    fault: Pick<QueueFault, 'of'> | null = null,
  ): Promise<string> {
    for (const reason of unreadinesses) this.#unready.set({ reason }, reason === unready ? 1 : 0);
    this.#storeUp.set(counts === null ? 0 : 1);
    for (const gauge of [this.#queue, this.#events]) gauge.reset();
    // To reset one that has no labels is to set it to 0, which would say that nothing waits.
    if (counts === null) for (const gauge of [this.#oldest, this.#credits, this.#broke]) gauge.remove();
    else {
      for (const state of ['pending', 'analyzing'] as const) this.#queue.set({ state }, counts[state]);
      for (const state of ['waiting', 'dead'] as const) this.#events.set({ state }, counts.events[state]);
      this.#oldest.set(counts.oldestWaitingS);
      this.#credits.set(counts.creditsBalance);
      this.#broke.set(counts.partnersWithoutCredits);
    }
    this.#noRoom.set(fault?.of === 'disk' ? 1 : 0);
    this.#disk.set(free?.bytes ?? Number.NaN);
    return this.#registry.metrics();
  }

  /** The content type of the text. */
  get contentType(): string {
    return this.#registry.contentType;
  }
}
