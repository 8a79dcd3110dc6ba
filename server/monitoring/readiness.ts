import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger } from 'fastify';
import type { NetworkId } from '../../models/registry.ts';
import { modelRegistry } from '../../models/registry.ts';
import { packageFolder, readSourceFiles } from '../../models/source-files.ts';
import type { FreeSpace } from '../http/free-bytes.ts';
import type { QueueFault } from '../jobs/job-queue.ts';
import { OutageLog } from '../logs/outage-log.ts';
import type { SqlDatabase } from '../store/sql-database.ts';
import { within } from './within.ts';

/** Why a server cannot take requests now. */
export type Unreadiness = 'stopping' | 'store_unavailable' | 'disk_nearly_full' | 'workers_unable';

export interface ReadinessOptions {
  readonly database: Pick<SqlDatabase, 'query'>;
  /** The fullest of the disks that uploads and pictures go to. */
  readonly disk: () => Promise<FreeSpace>;
  readonly minFreeBytes: number;
  /** Throws where the place of uploads and pictures is not the right one. */
  readonly media: () => Promise<void>;
  /** The worker's module and the network that it runs; null where none runs here. */
  readonly worker: { readonly entry: URL; readonly network: NetworkId } | null;
  /** Why the queue cannot work; null when it can. */
  readonly queueFault: () => QueueFault | null;
  readonly logger: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}

const words = { begins: 'not ready', goesOn: 'still not ready', ends: 'ready again' };

/** How long the store may take to answer. */
const storeMs = 3000;
/** How long the weights count as checked. */
const weightsHoldMs = 300_000;

/** Says whether a process can take work. */
export class Readiness {
  readonly #options: ReadinessOptions;
  readonly #logs = new Map<Unreadiness, OutageLog>();
  #stopping = false;
  #weights: { readonly atMs: number; readonly error: unknown } | null = null;

  constructor(options: ReadinessOptions) {
    this.#options = options;
  }

  /** From now on it is not ready. */
  stop(): void {
    this.#stopping = true;
  }

  /** Why it is not ready; null when it is. */
  async unreadiness(): Promise<Unreadiness | null> {
    if (this.#stopping) return 'stopping';
    let free: FreeSpace | null = null;
    const checks = [
      [
        'store_unavailable',
        async () => {
          await this.#askStore();
          // A folder that is gone is no full disk.
          free = await this.#options.disk();
          await this.#options.media();
        },
      ],
      ['disk_nearly_full', () => this.#judgeRoom(free)],
      ['workers_unable', () => this.#checkWorker()],
    ] as const;
    for (const [reason, check] of checks) {
      try {
        await check();
        this.#logs.get(reason)?.worked({ reason });
      } catch (error) {
        const log = this.#logs.get(reason) ?? new OutageLog(words, this.#options.logger);
        this.#logs.set(reason, log);
        log.failed(error, { reason });
        return reason;
      }
    }
    return null;
  }

  async #askStore(): Promise<void> {
    await within(this.#options.database.query('SELECT 1 FROM partners LIMIT 1'), storeMs);
    const fault = this.#options.queueFault();
    if (fault?.of === 'store') throw fault.error;
  }

  #judgeRoom(free: FreeSpace | null): void {
    const fault = this.#options.queueFault();
    if (fault?.of === 'disk') throw fault.error;
    const least = this.#options.minFreeBytes;
    if (free !== null && free.bytes < least)
      throw new Error(`${free.bytes} bytes are free for ${free.folder}, and ${least} are wanted`);
  }

  async #checkWorker(): Promise<void> {
    const { worker, queueFault } = this.#options;
    const fault = queueFault();
    if (fault !== null) throw fault.error;
    if (worker === null) return;
    await access(fileURLToPath(worker.entry));
    const nowMs = performance.now();
    if (this.#weights === null || nowMs - this.#weights.atMs > weightsHoldMs) {
      const spec = modelRegistry[worker.network];
      const error: unknown = await Promise.resolve()
        .then(() => readSourceFiles(spec, packageFolder(spec.package.name)))
        .then(
          () => null,
          (fault: unknown) => fault,
        );
      this.#weights = { atMs: nowMs, error };
    }
    if (this.#weights.error !== null) throw this.#weights.error;
  }
}
