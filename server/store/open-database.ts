import type { DataDir } from './data-dir.ts';
import { refuseMediaWithoutStore } from './media-without-store.ts';
import { openPostgres, type PostgresOptions } from './postgres-database.ts';
import type { SqlDatabase } from './sql-database.ts';
import { openSqlite } from './sqlite-database.ts';
import type { ShapeOptions } from './store-shape.ts';

/**
 * Opens the database that a server keeps its memory in, and brings it to today's shape unless the options say otherwise.
 *
 * @param url Of a PostgreSQL database, `postgres://…`; null for the file in the data folder.
 * @throws StrideError `data_dir_unusable`, `database_unusable`, `invalid_option` for another URL, `media_of_another_store` where the
 *   file is gone and what it knew is still in the data folder.
 */
export async function openDatabase(
  dir: DataDir,
  url: string | null = null,
  options: PostgresOptions & ShapeOptions = {},
): Promise<SqlDatabase> {
  if (url !== null) return openPostgres(url, options);
  await refuseMediaWithoutStore(dir);
  return openSqlite(dir.databasePath, options.policy);
}
