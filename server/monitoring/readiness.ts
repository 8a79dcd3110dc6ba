import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { NetworkId } from '../../models/registry.ts';
import { modelRegistry } from '../../models/registry.ts';
import { packageFolder, readSourceFiles } from '../../models/source-files.ts';
import type { SqlDatabase } from '../store/sql-database.ts';
import { within } from './within.ts';

/** Why a server cannot take requests now. */
export type Unreadiness = 'stopping' | 'store_unavailable' | 'disk_nearly_full' | 'workers_unable';

export interface ReadinessOptions {
  readonly database: Pick<SqlDatabase, 'query'>;
  /** Bytes that are free where uploads and pictures go. */
  readonly freeBytes: () => Promise<number>;
  readonly minFreeBytes: number;
  /** The worker's module and the network that it runs; null where none runs here. */
  readonly worker: { readonly entry: URL; readonly network: NetworkId } | null;
  /** Why the queue cannot work; null when it can. */
  readonly queueFault: () => string | null;
  /** Told why it is not ready, each time that it is asked. */
  readonly onUnready: (reason: Unreadiness, error: unknown) => void;
}

/** How long the store may take to answer. */
const storeMs = 3000;
/** How long the weights count as checked. */
const weightsHoldMs = 300_000;

/** Says whether a process can take work. */
export class Readiness {
  readonly #options: ReadinessOptions;
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
    const checks = [
      ['store_unavailable', () => this.#askStore()],
      ['disk_nearly_full', () => this.#measureDisk()],
      ['workers_unable', () => this.#checkWorker()],
    ] as const;
    for (const [reason, check] of checks) {
      try {
        await check();
      } catch (error) {
        this.#options.onUnready(reason, error);
        return reason;
      }
    }
    return null;
  }

  async #askStore(): Promise<void> {
    await within(this.#options.database.query('SELECT 1 FROM partners LIMIT 1'), storeMs);
  }

  async #measureDisk(): Promise<void> {
    const free = await this.#options.freeBytes();
    if (free < this.#options.minFreeBytes) throw new Error(`${free} bytes are free`);
  }

  async #checkWorker(): Promise<void> {
    const { worker, queueFault } = this.#options;
    const fault = queueFault();
    if (fault !== null) throw new Error(fault);
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
