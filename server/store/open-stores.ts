import { randomUUID } from 'node:crypto';
import { generateApiKey } from '../accounts/api-key.ts';
import { generateWebhookSecret } from '../webhooks/webhook-secret.ts';
import type { DataDir } from './data-dir.ts';
import { openDatabase } from './open-database.ts';
import type { PostgresOptions } from './postgres-database.ts';
import type { SqlDatabase } from './sql-database.ts';
import { type SqlStoresOptions, sqlStores } from './sql-stores.ts';
import type { ShapeOptions } from './store-shape.ts';
import type { ConsoleStores, Stores } from './stores.ts';

export interface StoresOptions extends SqlStoresOptions, ShapeOptions {
  readonly dir: DataDir;
  /** Of a PostgreSQL database; null or left out for the file in the data folder. */
  readonly databaseUrl?: string | null;
  readonly postgres?: PostgresOptions;
}

/** Everything that a server remembers, until it is closed. */
export interface OpenStores extends Stores, ConsoleStores {
  readonly database: SqlDatabase;
  close(): Promise<void>;
}

/**
 * Opens everything that a server remembers. Ids, keys and secrets are made here.
 *
 * @throws StrideError as `openDatabase`.
 */
export async function openStores({
  dir,
  databaseUrl = null,
  postgres = {},
  policy = 'bring to today’s',
  ...options
}: StoresOptions): Promise<OpenStores> {
  const database = await openDatabase(dir, databaseUrl, { ...postgres, policy });
  const sources = { newId: randomUUID, newKey: generateApiKey, newSecret: generateWebhookSecret };
  return { ...sqlStores(database, sources, options), database, close: () => database.close() };
}
