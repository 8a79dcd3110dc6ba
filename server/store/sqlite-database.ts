import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { migrations } from './migrations.ts';
import { type SqlConnection, type SqlDatabase, type SqlValue, storable } from './sql-database.ts';
import { sqliteDialect } from './sql-dialect.ts';
import { isBusy } from './sqlite-errors.ts';
import { type ShapePolicy, stepsLacking } from './store-shape.ts';

/** Longest wait for another process's transaction. */
const patienceMs = 10_000;
/** Between two looks whether it has ended. */
const longestPauseMs = 20;

/**
 * Opens a SQLite file, made where there is none and readable by its owner alone, and brings it to today's shape, or leaves an older one as it is. Every commit is on
 * the disk before it resolves.
 *
 * @throws StrideError `data_dir_unusable` for a store that a newer version wrote, or an older one where it is to be left, is damaged, or cannot be written.
 */
export function openSqlite(path: string, policy: ShapePolicy = 'bring to today’s'): SqlDatabase {
  try {
    // SQLite gives its side files the rights of the file that it finds.
    closeSync(openSync(path, 'a', 0o600));
    return new SqliteDatabase(openMigrated(path, policy), openReader(path));
  } catch (cause) {
    if (cause instanceof StrideError) throw cause;
    throw new StrideError('data_dir_unusable', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

/**
 * One connection writes, one transaction after the other; another reads, and sees what has been committed. Statements do not let go
 * of the thread, so that a transaction that awaits them alone ends before anything else is done.
 */
class SqliteDatabase implements SqlDatabase {
  readonly dialect = sqliteDialect;
  readonly #writer: PreparedConnection;
  readonly #reader: PreparedConnection;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(writer: Database.Database, reader: Database.Database) {
    this.#writer = new PreparedConnection(writer);
    this.#reader = new PreparedConnection(reader);
  }

  query<Row>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#reader.query<Row>(text, ...values);
  }

  run(text: string, ...values: readonly SqlValue[]): Promise<number> {
    return this.#inTurn(() => whenFree(() => this.#writer.run(text, ...values)));
  }

  transaction<T>(act: (connection: SqlConnection) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await whenFree(() => this.#writer.run('BEGIN IMMEDIATE'));
      try {
        const result = await act(this.#writer);
        await this.#writer.run('COMMIT');
        return result;
      } catch (error) {
        // A full disk has undone it already.
        if (this.#writer.isInTransaction) await this.#writer.run('ROLLBACK');
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      this.#reader.close();
      this.#writer.foldLog();
      this.#writer.close();
    });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(act);
    this.#lastTurn = turn.catch(() => undefined);
    return turn;
  }
}

/** A connection that prepares each text once. */
class PreparedConnection implements SqlConnection {
  readonly dialect = sqliteDialect;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  get isInTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** All rows at once: a statement that is read to its end holds no snapshot. */
  async query<Row>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.#prepared(text).all(...values.map(storable)) as Row[];
  }

  async run(text: string, ...values: readonly SqlValue[]): Promise<number> {
    return this.#prepared(text).run(...values.map(storable)).changes;
  }

  /** Brings the log into the file and empties it, so that what was deleted is in neither; what others still read stays. */
  foldLog(): void {
    if (!this.#database.open) return;
    try {
      this.#database.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // On a full disk, or while others write: whoever opens the file next takes the log up.
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.open) this.#database.close();
  }

  #prepared(text: string): Database.Statement {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#database.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}

/** Does what another process's transaction may forbid, once that has ended. Waiting for it does not hold up the thread. */
async function whenFree<T>(act: () => Promise<T>): Promise<T> {
  const endMs = performance.now() + patienceMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > endMs) throw error;
    }
    await sleep(pauseMs);
  }
}

function openMigrated(path: string, policy: ShapePolicy): Database.Database {
  const database = new Database(path);
  try {
    database.pragma(`busy_timeout = ${patienceMs}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten, not just forgotten.
    database.pragma('secure_delete = ON');
    if (schemaVersion(database) !== migrations.length) migrate(database, policy);
    // From here on `whenFree` waits.
    database.pragma('busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function openReader(path: string): Database.Database {
  const database = new Database(path);
  database.pragma(`busy_timeout = ${patienceMs}`);
  database.pragma('query_only = ON');
  return database;
}

function migrate(database: Database.Database, policy: ShapePolicy): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const lacking = stepsLacking(schemaVersion(database), policy, { code: 'data_dir_unusable', place: 'its store' });
    for (const step of lacking) database.exec(step);
    database.pragma(`user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function schemaVersion(database: Database.Database): number {
  const [row] = database.pragma('user_version') as readonly { readonly user_version: number }[];
  return row.user_version;
}
