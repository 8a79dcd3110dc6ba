import { EmbeddedQueue } from './embedded-queue.ts';
import type { JobQueue } from './job-queue.ts';
import type { QueueOptions } from './queue-options.ts';

/**
 * The queue of a store: the engine's where the store is a PostgreSQL database, else the table itself.
 *
 * @throws StrideError `database_unusable`.
 */
export async function openQueue(databaseUrl: string | null, options: QueueOptions): Promise<JobQueue> {
  if (databaseUrl === null) return new EmbeddedQueue(options);
  // The engine is loaded by those who use it alone.
  const { EngineQueue } = await import('./engine-queue.ts');
  return EngineQueue.open(databaseUrl, options);
}
