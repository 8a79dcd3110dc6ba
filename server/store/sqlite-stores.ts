import type { OnAnalysisChange } from './analysis-change.ts';
import type { Connection } from './database.ts';
import { type AccountSources, SqliteAccountStore } from './sqlite-account-store.ts';
import { type AnalysisStoreOptions, SqliteAnalysisStore } from './sqlite-analysis-store.ts';
import { SqliteCreditLedger } from './sqlite-credit-ledger.ts';
import { SqliteSubjectStore } from './sqlite-subject-store.ts';
import { SqliteUsageStore } from './sqlite-usage-store.ts';
import { SqliteWebhookStore, type WebhookSources } from './sqlite-webhook-store.ts';
import type { Stores } from './stores.ts';

/** Where new ids, keys and secrets come from. */
export type StoreSources = AccountSources & WebhookSources;

/** Everything that a server remembers, in one SQLite file. Webhooks are told of every change of an analysis. */
export function sqliteStores(
  database: Connection,
  sources: StoreSources,
  { onChange, ...options }: AnalysisStoreOptions = {},
): Stores {
  const webhooks = new SqliteWebhookStore(database, sources);
  const tell: OnAnalysisChange = (change) => {
    webhooks.record(change);
    onChange?.(change);
  };
  return {
    accounts: new SqliteAccountStore(database, sources),
    analyses: new SqliteAnalysisStore(database, { ...options, onChange: tell }),
    credits: new SqliteCreditLedger(database),
    subjects: new SqliteSubjectStore(database),
    usage: new SqliteUsageStore(database),
    webhooks,
  };
}
