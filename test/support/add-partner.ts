import { randomUUID } from 'node:crypto';
import { generateApiKey } from '../../server/accounts/api-key.ts';
import type { Connection } from '../../server/store/database.ts';
import { SqliteAccountStore } from '../../server/store/sqlite-account-store.ts';

/** Adds a partner to a store. @returns The partner's id. */
export async function addPartner(database: Connection, partner = 'Acme'): Promise<string> {
  const accounts = new SqliteAccountStore(database, { newId: randomUUID, newKey: generateApiKey });
  return (await accounts.createKey({ partner, label: null, credits: null }, 1)).partnerId;
}
