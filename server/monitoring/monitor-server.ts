import { createHash, timingSafeEqual } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { httpErrors } from '../contract/errors.ts';
import { retryAfterS } from '../http/error-replies.ts';
import type { FreeSpace } from '../http/free-bytes.ts';
import { secureAnswers } from '../http/security-headers.ts';
import type { QueueFault } from '../jobs/job-queue.ts';
import type { SqlDatabase } from '../store/sql-database.ts';
import type { Readiness } from './readiness.ts';
import type { ServerMetrics } from './server-metrics.ts';
import { countStore } from './store-counts.ts';
import { within } from './within.ts';

export interface MonitorOptions {
  readonly metrics: ServerMetrics;
  readonly readiness: Readiness;
  readonly database: Pick<SqlDatabase, 'query'>;
  /** The fullest of the disks that are written to. */
  readonly disk: () => Promise<FreeSpace>;
  /** Why the queue cannot work; null when it can. */
  readonly queueFault: () => QueueFault | null;
  /** What readers of the metrics send as their bearer token; null for anybody. */
  readonly token: string | null;
  readonly now: () => number;
}

/** How long the store may take for its numbers. */
const countsMs = 5000;

/**
 * A listener of its own beside the API's, for a process that serves or works: `/metrics`, `/healthz`, `/readyz`. It goes
 * on answering while the process stops.
 */
export function monitorServer(options: MonitorOptions): FastifyInstance {
  const { metrics, readiness, database, disk, queueFault, token, now } = options;
  const app = fastify({ requestTimeout: 10_000, return503OnClosing: false, forceCloseConnections: true });
  secureAnswers(app);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = await readiness.unreadiness();
    if (reason === null) return { status: 'ready' };
    const { status, detail, code } = httpErrors[reason];
    return reply.code(status).header('retry-after', String(retryAfterS)).send({ detail, code });
  });
  app.get('/metrics', async (request, reply) => {
    if (token !== null && !isBearer(request.headers.authorization, token)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send({ detail: 'The token is missing or wrong' });
    }
    const [counts, free, unready] = await Promise.all([
      within(countStore(database, now()), countsMs).catch(() => null),
      disk().catch(() => null),
      readiness.unreadiness(),
    ]);
    return reply.type(metrics.contentType).send(await metrics.text(counts, free, unready, queueFault()));
  });
  return app;
}

const isBearer = (sent: string | undefined, token: string): boolean =>
  sent !== undefined && timingSafeEqual(digest(sent), digest(`Bearer ${token}`));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
