import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { describeAccountStore } from '../../test/stores/describe-account-store.ts';
import { describeAnalysisStore } from '../../test/stores/describe-analysis-store.ts';
import { describeCreditLedger } from '../../test/stores/describe-credit-ledger.ts';
import { describeCreditSequences } from '../../test/stores/describe-credit-sequences.ts';
import { describeSubjectStore } from '../../test/stores/describe-subject-store.ts';
import { describeUsageStore } from '../../test/stores/describe-usage-store.ts';
import { describeWebhookStore } from '../../test/stores/describe-webhook-store.ts';
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

for (const describeStore of [
  describeAccountStore,
  describeAnalysisStore,
  describeCreditLedger,
  describeCreditSequences,
  describeSubjectStore,
  describeUsageStore,
  describeWebhookStore,
]) {
  describeStore(open);
}
