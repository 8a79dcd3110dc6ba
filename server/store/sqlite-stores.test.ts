import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { describeEveryStore } from '../../test/stores/describe-every-store.ts';
import type { OpenStores } from '../../test/stores/opened-stores.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { generateApiKey } from '../accounts/api-key.ts';
import { generateWebhookSecret } from '../webhooks/webhook-secret.ts';
import { openDataDir } from './data-dir.ts';
import { openDatabase } from './database.ts';
import { sqliteStores } from './sqlite-stores.ts';
import type { Stores } from './stores.ts';

const open: OpenStores = async (options = {}) => {
  const dir = openDataDir(tempDir());
  const connect = (): Stores => {
    const database = openDatabase(dir);
    onTestFinished(() => void database.close());
    return sqliteStores(
      database,
      { newId: randomUUID, newKey: generateApiKey, newSecret: generateWebhookSecret },
      options,
    );
  };
  return { ...connect(), beside: async () => connect() };
};

describeEveryStore(open);
