import type { Connection } from './database.ts';
import { type AccountSources, SqliteAccountStore } from './sqlite-account-store.ts';
import { type AnalysisStoreOptions, SqliteAnalysisStore } from './sqlite-analysis-store.ts';
import { SqliteCreditLedger } from './sqlite-credit-ledger.ts';
import { SqliteSubjectStore } from './sqlite-subject-store.ts';
import { SqliteUsageStore } from './sqlite-usage-store.ts';
import type { Stores } from './stores.ts';

/** Everything that a server remembers, in one SQLite file. */
export const sqliteStores = (
  database: Connection,
  sources: AccountSources,
  options: AnalysisStoreOptions = {},
): Stores => ({
  accounts: new SqliteAccountStore(database, sources),
  analyses: new SqliteAnalysisStore(database, options),
  credits: new SqliteCreditLedger(database),
  subjects: new SqliteSubjectStore(database),
  usage: new SqliteUsageStore(database),
});
