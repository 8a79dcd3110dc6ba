import type { CreatedKey, ListedKey } from './account-store.ts';

/** What a partner's own people do with its API keys. A key of another partner is one that does not exist. */
export interface PartnerKeyStore {
  /** Oldest first, revoked ones too. */
  list(partnerId: string): Promise<ListedKey[]>;
  create(partnerId: string, label: string | null, nowMs: number): Promise<CreatedKey>;
  /** As `AccountStore.rotateKey`. */
  rotate(partnerId: string, keyId: string, nowMs: number): Promise<CreatedKey | null>;
  /** @returns False when there is no such key, or it was revoked before. */
  revoke(partnerId: string, keyId: string, nowMs: number): Promise<boolean>;
}
