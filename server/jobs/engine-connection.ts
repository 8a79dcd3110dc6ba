import { type PgPool, runMigrations } from 'bullmq';
import pg from 'pg';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** Where the engine keeps its tables. */
const schema = 'bullmq';
const connectMs = 5000;

/** Connections of the engine's own, and the name of the queue that belongs to the store behind the URL. */
export interface EngineConnection {
  readonly pool: PgPool;
  readonly queueName: string;
}

/**
 * Opens the engine's connections and brings its tables to today's shape. A statement that gets no answer in time fails, so that a
 * worker that is cut off knows.
 *
 * @throws StrideError `database_unusable`.
 */
export async function openEngineConnection(url: string, answerMs: number): Promise<EngineConnection> {
  const limits = {
    query_timeout: answerMs,
    connectionTimeoutMillis: Math.min(connectMs, answerMs),
    keepAlive: true,
    keepAliveInitialDelayMillis: answerMs,
  };
  const pool = new pg.Pool({
    ...limits,
    connectionString: url,
    max: 5,
    application_name: 'stridelab queue',
    onConnect: (client) => client.query(`SET search_path TO ${schema}`).then(() => undefined),
  });
  // Whoever uses a connection that broke is told; one that nobody uses is replaced at the next use.
  pool.on('error', () => undefined);
  // One that breaks while it is in use would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    const queueName = await queueNameOf(new pg.Client({ ...limits, connectionString: url }));
    const client = await pool.connect();
    try {
      await runMigrations(client, schema);
    } finally {
      client.release();
    }
    // The engine's type of a pool's listeners is narrower than the pool's own.
    return { pool: pool as unknown as PgPool, queueName };
  } catch (cause) {
    // What fails of this tells less than the cause.
    await pool.end().catch(() => undefined);
    throw new StrideError('database_unusable', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

/** Several stores may lie in schemas of one database; each has a queue of its own. */
async function queueNameOf(client: pg.Client): Promise<string> {
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly current_schema: string }>('SELECT current_schema()');
    return `analyses of ${rows[0].current_schema}`;
  } finally {
    await client.end();
  }
}
