import { StrideError } from '../../engine/errors/stride-error.ts';
import type { CreatedKey, KeyRequest, ListedKey } from './account-store.ts';
import { idOfPartner, withNewStores, withStores } from './operator-stores.ts';

/**
 * Makes an API key for a partner, and the partner when it is new. May be called while a server runs on the folder: the
 * key works at once.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` for an empty name.
 */
export async function createPartnerKey(
  dataDir: string,
  partner: string,
  { label = null, credits = null }: Partial<Pick<KeyRequest, 'label' | 'credits'>> = {},
): Promise<CreatedKey> {
  const name = partner.trim();
  if (name === '') throw new StrideError('invalid_option', 'the partner needs a name');
  return withNewStores(dataDir, ({ accounts }) => accounts.createKey({ partner: name, label, credits }, Date.now()));
}

/**
 * All keys, or a partner's, oldest first, without the keys themselves.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` when no partner has the name.
 */
export async function listPartnerKeys(dataDir: string, partner?: string): Promise<ListedKey[]> {
  return withStores(dataDir, async (stores) => {
    const keys = await stores.accounts.listKeys();
    if (partner === undefined) return keys;
    await idOfPartner(stores, partner);
    return keys.filter((key) => key.partner === partner.trim());
  });
}

/** Replaces a key by a new one; the old one stops at once. @returns Null when no key in use has the id. */
export async function rotatePartnerKey(dataDir: string, keyId: string): Promise<CreatedKey | null> {
  return withStores(dataDir, ({ accounts }) => accounts.rotateKey(keyId, Date.now()));
}

/** Revokes a key; it stops at once. @returns False when no key in use has the id. */
export async function revokePartnerKey(dataDir: string, keyId: string): Promise<boolean> {
  return withStores(dataDir, ({ accounts }) => accounts.revokeKey(keyId, Date.now()));
}
