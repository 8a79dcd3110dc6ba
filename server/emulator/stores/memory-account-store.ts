import type { AccountStore, CreatedKey, KeyRequest, ListedKey } from '../../accounts/account-store.ts';
import { apiKeyPrefix } from '../../accounts/api-key.ts';
import type { AccountSources } from '../../store/sql-account-store.ts';
import type { KeyRow, Memory, PartnerRow } from './memory.ts';
import { addGrant } from './memory-credit-ledger.ts';

export interface NewPartner {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly keyId: string;
  readonly nowMs: number;
}

/** Adds a partner whose key was chosen elsewhere. */
export function addPartner(memory: Memory, { id, name, key, keyId, nowMs }: NewPartner): void {
  memory.partners.set(id, { id, name, metered: false, balance: 0, entries: [] });
  const listed = {
    keyId,
    partner: name,
    label: null,
    prefix: apiKeyPrefix(key),
    createdAtMs: nowMs,
    revokedAtMs: null,
  };
  memory.keys.set(key, { ...listed, partnerId: id, key });
}

/** Partners and their API keys in memory. */
export class MemoryAccountStore implements AccountStore {
  readonly #memory: Memory;
  readonly #sources: AccountSources;

  constructor(memory: Memory, sources: AccountSources) {
    this.#memory = memory;
    this.#sources = sources;
  }

  async createKey({ partner, label, credits }: KeyRequest, nowMs: number): Promise<CreatedKey> {
    const { id } = this.#named(partner) ?? this.#addPartner(partner);
    if (credits !== null) addGrant(this.#memory, id, { amount: credits, note: null }, nowMs);
    return this.#addKey({ partnerId: id, partner, label }, nowMs);
  }

  async rotateKey(keyId: string, nowMs: number): Promise<CreatedKey | null> {
    const row = this.#inUse(keyId);
    if (row === null) return null;
    row.revokedAtMs = nowMs;
    return this.#addKey(row, nowMs);
  }

  async revokeKey(keyId: string, nowMs: number): Promise<boolean> {
    const row = this.#inUse(keyId);
    if (row !== null) row.revokedAtMs = nowMs;
    return row !== null;
  }

  async listKeys(): Promise<ListedKey[]> {
    const listed = [...this.#memory.keys.values()].map(({ key: _key, partnerId: _partnerId, ...rest }) => rest);
    return listed.sort((a, b) => a.createdAtMs - b.createdAtMs);
  }

  async partnerOf(key: string): Promise<string | null> {
    const row = this.#memory.keys.get(key);
    return row === undefined || row.revokedAtMs !== null ? null : row.partnerId;
  }

  async partnerNamed(name: string): Promise<string | null> {
    return this.#named(name)?.id ?? null;
  }

  #named(name: string): PartnerRow | null {
    for (const partner of this.#memory.partners.values()) if (partner.name === name) return partner;
    return null;
  }

  #addPartner(name: string): PartnerRow {
    const partner: PartnerRow = { id: this.#sources.newId(), name, metered: false, balance: 0, entries: [] };
    this.#memory.partners.set(partner.id, partner);
    return partner;
  }

  #addKey({ partnerId, partner, label }: Pick<KeyRow, 'partnerId' | 'partner' | 'label'>, nowMs: number): CreatedKey {
    const key = this.#sources.newKey();
    const keyId = this.#sources.newId();
    const listed = { keyId, partner, label, prefix: apiKeyPrefix(key), createdAtMs: nowMs, revokedAtMs: null };
    this.#memory.keys.set(key, { ...listed, partnerId, key });
    return { key, keyId, partnerId, partner, label };
  }

  #inUse(keyId: string): KeyRow | null {
    for (const row of this.#memory.keys.values()) if (row.keyId === keyId) return row.revokedAtMs === null ? row : null;
    return null;
  }
}
