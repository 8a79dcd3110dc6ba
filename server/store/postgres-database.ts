import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { explainPostgresError, isLost, isUndone } from './postgres-errors.ts';
import { migratePostgres } from './postgres-migration.ts';
import { OutcomeUnknownError, type SqlConnection, type SqlDatabase, type SqlValue, storable } from './sql-database.ts';
import { postgresDialect } from './sql-dialect.ts';
import type { ShapeOptions } from './store-shape.ts';

export interface PostgresOptions {
  /** Connections at a time; 10 by default. */
  readonly connections?: number;
  /** How long a transaction of a machine that is gone may hold what it has taken; 10 s by default. A living one goes from statement to statement at once. */
  readonly idleMs?: number;
  /** Told of connections that break; who uses one is told by its statement, and the next use opens another. */
  readonly onBroken?: (error: Error) => void;
}

/** How long one statement may take: the server stops it first. */
const statementMs = 20_000;
const answerMs = statementMs + 5000;
const usualIdleMs = 10_000;
const connectMs = 5000;
/** How often a transaction is begun again that the server undid, or that found its connection gone. */
const mostTries = 5;

/**
 * Opens a PostgreSQL database by its URL and brings it to today's shape; of several servers that do so at once, one does it and the
 * others wait. Every commit is on the server's disk before it resolves.
 *
 * @throws StrideError `database_unusable` when it cannot be reached or used, or a newer version wrote it.
 */
export async function openPostgres(url: string, options: PostgresOptions & ShapeOptions = {}): Promise<SqlDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: 'stridelab',
    statement_timeout: statementMs,
    query_timeout: answerMs,
    idle_in_transaction_session_timeout: options.idleMs ?? usualIdleMs,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: { getTypeParser },
    // A setting of the server's or the role's could have commits answered before they are on the disk.
    onConnect: (client) => client.query(durable).then(() => undefined),
  });
  // Without a listener a connection that breaks would end the process, idle or in the midst of a transaction.
  const tell = (error: Error): void => options.onBroken?.(error);
  pool.on('error', tell);
  pool.on('connect', (client) => client.on('error', tell));
  const database = new PostgresDatabase(pool);
  try {
    await database.transaction((connection) => migratePostgres(connection, options.policy));
    return database;
  } catch (error) {
    await database.close();
    throw explainPostgresError(error);
  }
}

const durable = `SELECT set_config('synchronous_commit', 'on', false)
  WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')`;

class PostgresDatabase implements SqlDatabase {
  readonly dialect = postgresDialect;
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  query<Row>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> {
    // What only reads can be asked again.
    return again(isLost, () => this.#with((connection) => connection.query<Row>(text, ...values)));
  }

  run(text: string, ...values: readonly SqlValue[]): Promise<number> {
    return this.transaction((connection) => connection.run(text, ...values));
  }

  transaction<T>(act: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return again(
      (error) => isUndone(error) || error instanceof NotBegunError,
      () =>
        this.#with(async (connection) => {
          await begin(connection);
          try {
            const result = await act(connection);
            await commit(connection);
            return result;
          } catch (error) {
            if (!isLost(error)) await connection.run('ROLLBACK');
            throw error;
          }
        }),
    ).catch((error: unknown) => {
      throw error instanceof NotBegunError ? error.cause : error;
    });
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  async #with<T>(act: (connection: SqlConnection) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((cause: unknown) => {
      throw new NotBegunError(cause);
    });
    let fault: unknown = null;
    try {
      return await act(new PostgresConnection(client));
    } catch (error) {
      fault = error;
      throw error;
    } finally {
      // A connection whose answer is outstanding is of no more use.
      client.release(isLost(fault));
    }
  }
}

class PostgresConnection implements SqlConnection {
  readonly dialect = postgresDialect;
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async query<Row>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> {
    return (await this.#ask(text, values)).rows as Row[];
  }

  async run(text: string, ...values: readonly SqlValue[]): Promise<number> {
    return (await this.#ask(text, values)).rowCount ?? 0;
  }

  #ask(text: string, values: readonly SqlValue[]): Promise<pg.QueryResult> {
    return this.#client.query({ text: numbered(text), values: values.map(storable) });
  }
}

/** The connection was gone before anything was done with it. */
class NotBegunError extends Error {
  constructor(cause: unknown) {
    super('the transaction could not begin', { cause });
  }
}

async function begin(connection: SqlConnection): Promise<void> {
  try {
    await connection.run('BEGIN');
  } catch (error) {
    throw isLost(error) ? new NotBegunError(error) : error;
  }
}

async function commit(connection: SqlConnection): Promise<void> {
  try {
    await connection.run('COMMIT');
  } catch (error) {
    throw isLost(error) ? new OutcomeUnknownError(error) : error;
  }
}

async function again<T>(may: (error: unknown) => boolean, act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries === mostTries || !may(error)) throw error;
    }
    await sleep(20 * tries ** 2);
  }
}

/** Question marks as PostgreSQL numbers them. No text of ours has one within a literal. */
function numbered(text: string): string {
  let count = 0;
  return text.replaceAll('?', () => `$${++count}`);
}

/** Whole numbers and sums, which PostgreSQL sends as texts for their size. */
const wholeNumbers: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

function getTypeParser(id: number): (text: string) => unknown {
  if (!wholeNumbers.includes(id)) return pg.types.getTypeParser(id);
  return (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no whole number that can be told exactly`);
    return value;
  };
}
