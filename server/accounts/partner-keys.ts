import { StrideError } from '../../engine/errors/stride-error.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/database.ts';
import { AccountStore, type CreatedKey, type ListedKey } from './account-store.ts';

/**
 * Makes an API key for a partner, and the partner when it is new. May be called while a server runs on the folder: the
 * key works at once.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` for an empty name.
 */
export async function createPartnerKey(dataDir: string, partnerName: string): Promise<CreatedKey> {
  const name = partnerName.trim();
  if (name === '') throw new StrideError('invalid_option', 'the partner needs a name');
  return withAccounts(dataDir, (accounts) => accounts.createKey(name, Date.now()));
}

/** All keys, oldest first, without the keys themselves. */
export async function listPartnerKeys(dataDir: string): Promise<ListedKey[]> {
  return withAccounts(dataDir, (accounts) => accounts.listKeys());
}

/** Revokes a key; it stops at once. @returns False when there is no such key, or it was revoked before. */
export async function revokePartnerKey(dataDir: string, keyId: string): Promise<boolean> {
  return withAccounts(dataDir, (accounts) => accounts.revokeKey(keyId, Date.now()));
}

function withAccounts<T>(dataDir: string, act: (accounts: AccountStore) => T): T {
  const database = openDatabase(openDataDir(dataDir));
  try {
    return act(new AccountStore(database));
  } finally {
    database.close();
  }
}
