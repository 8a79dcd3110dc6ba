import { ledgerEnd } from './ledger-end.ts';
import { type AccountSources, SqlAccountStore } from './sql-account-store.ts';
import { SqlAnalysisPages } from './sql-analysis-pages.ts';
import { type AnalysisStoreOptions, SqlAnalysisStore } from './sql-analysis-store.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';
import type { SqlDatabase } from './sql-database.ts';
import { SqlPartnerKeyStore } from './sql-partner-key-store.ts';
import { SqlPeopleStore } from './sql-people-store.ts';
import { SqlSessionStore } from './sql-session-store.ts';
import { SqlSubjectStore } from './sql-subject-store.ts';
import { SqlUsageStore } from './sql-usage-store.ts';
import { SqlWebhookStore, type WebhookSources } from './sql-webhook-store.ts';
import type { ConsoleStores, Stores } from './stores.ts';

/** Where new ids, keys and secrets come from. */
export type StoreSources = AccountSources & WebhookSources;

export type SqlStoresOptions = Omit<AnalysisStoreOptions, 'record'>;

/** Everything that a server remembers, in one database. Webhooks are told of every change of an analysis. */
export function sqlStores(
  database: SqlDatabase,
  sources: StoreSources,
  options: SqlStoresOptions = {},
): Stores & ConsoleStores {
  const webhooks = new SqlWebhookStore(database, sources);
  return {
    accounts: new SqlAccountStore(database, sources),
    analyses: new SqlAnalysisStore(database, {
      ...options,
      record: (change, connection) => webhooks.record(change, connection),
    }),
    credits: new SqlCreditLedger(database),
    subjects: new SqlSubjectStore(database),
    usage: new SqlUsageStore(database),
    webhooks,
    ledgerEnd: (partnerId, limit) => ledgerEnd(database, partnerId, limit),
    analysisPages: new SqlAnalysisPages(database),
    partnerKeys: new SqlPartnerKeyStore(database, sources),
    people: new SqlPeopleStore(database, sources),
    sessions: new SqlSessionStore(database),
  };
}
