import { migrations } from './migrations.ts';
import { firstOf, type SqlConnection } from './sql-database.ts';
import { type ShapePolicy, stepsLacking } from './store-shape.ts';

/** The key of the lock that one server at a time holds while it brings the schema to today's shape. */
const lockKey = 0x57_41_4c_4b;

/**
 * Brings a PostgreSQL schema to today's shape; belongs into a transaction.
 *
 * @throws StrideError `database_unusable` when a newer version wrote it, or an older one and it is to be left as it is.
 */
export async function migratePostgres(
  connection: SqlConnection,
  policy: ShapePolicy = 'bring to today’s',
): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock(?)', lockKey);
  await connection.run('CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)');
  const row = firstOf(await connection.query<{ readonly version: number }>('SELECT version FROM schema_version'));
  const lacking = stepsLacking(row?.version ?? 0, policy, { code: 'database_unusable', place: 'its schema' });
  if (lacking.length === 0) return;
  for (const step of lacking) await connection.run(inPostgres(step));
  await connection.run('DELETE FROM schema_version');
  await connection.run('INSERT INTO schema_version (version) VALUES (?)', migrations.length);
}

/**
 * A step as PostgreSQL is told it. Its numbers are as wide as SQLite's, and every table has SQLite's `rowid`, by which what came at
 * the same moment is kept in order.
 */
export function inPostgres(step: string): string {
  return step
    .replaceAll(/\bINTEGER PRIMARY KEY AUTOINCREMENT\b/g, 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT')
    .replaceAll(/\bREAL\b/g, 'DOUBLE PRECISION')
    .replaceAll(/\bCREATE TABLE (\w+) \(/g, 'CREATE TABLE $1 (rowid BIGINT GENERATED ALWAYS AS IDENTITY,');
}
