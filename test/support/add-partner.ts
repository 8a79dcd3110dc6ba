import { randomUUID } from 'node:crypto';
import { generateApiKey } from '../../server/accounts/api-key.ts';
import { SqlAccountStore } from '../../server/store/sql-account-store.ts';
import type { SqlDatabase } from '../../server/store/sql-database.ts';

/** Adds a partner to a store. @returns The partner's id. */
export async function addPartner(database: SqlDatabase, partner = 'Acme'): Promise<string> {
  const accounts = new SqlAccountStore(database, { newId: randomUUID, newKey: generateApiKey });
  return (await accounts.createKey({ partner, label: null, credits: null }, 1)).partnerId;
}
