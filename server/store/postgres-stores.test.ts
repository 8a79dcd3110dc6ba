import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { describeConsoleStores } from '../../test/stores/describe-console-stores.ts';
import { describeEveryStore } from '../../test/stores/describe-every-store.ts';
import type { OpenConsoleStores } from '../../test/stores/opened-stores.ts';
import { createSchema, type EmptySchema, sharedPostgres } from '../../test/support/shared-postgres.ts';
import { generateApiKey } from '../accounts/api-key.ts';
import { generateWebhookSecret } from '../webhooks/webhook-secret.ts';
import { openPostgres } from './postgres-database.ts';
import type { SqlDatabase } from './sql-database.ts';
import { sqlStores } from './sql-stores.ts';

const url = await sharedPostgres();
const sources = { newId: randomUUID, newKey: generateApiKey, newSecret: generateWebhookSecret };

describe.skipIf(url === null)('on PostgreSQL', () => {
  let schema: EmptySchema;
  let databases: readonly SqlDatabase[];

  beforeAll(async () => {
    schema = await createSchema(url ?? '');
    databases = await Promise.all([openPostgres(schema.url), openPostgres(schema.url)]);
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    await schema.drop();
  });

  // A schema for each test would cost most of the time.
  const open: OpenConsoleStores = async (options = {}) => {
    const [first, second] = databases;
    await first.transaction(async (connection) => {
      for (const table of [
        'webhook_events',
        'webhooks',
        'credit_entries',
        'subjects',
        'analyses',
        'api_keys',
        'sessions',
        'people',
        'partners',
      ])
        await connection.run(`DELETE FROM ${table}`);
    });
    return { ...sqlStores(first, sources, options), beside: async () => sqlStores(second, sources, options) };
  };

  describeEveryStore(open);
  describeConsoleStores(open);
});
