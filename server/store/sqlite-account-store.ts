import type { AccountStore, CreatedKey, KeyRequest, ListedKey } from '../accounts/account-store.ts';
import { apiKeyPrefix, hashApiKey, matchesHash } from '../accounts/api-key.ts';
import type { Connection } from './database.ts';
import { firstOf, prepareAll, type Statement } from './prepared-statements.ts';
import { SqliteCreditLedger } from './sqlite-credit-ledger.ts';

/** Where ids and keys come from. */
export interface AccountSources {
  /** A new UUID, version 4. */
  readonly newId: () => string;
  /** A new API key. */
  readonly newKey: () => string;
}

interface KeyOwner {
  readonly partnerId: string;
  readonly partner: string;
  readonly label: string | null;
}

/** Partners and their API keys in SQLite. */
export class SqliteAccountStore implements AccountStore {
  readonly #database: Connection;
  readonly #sources: AccountSources;
  readonly #credits: SqliteCreditLedger;
  readonly #sql: Readonly<Record<keyof typeof texts, Statement>>;

  constructor(database: Connection, sources: AccountSources) {
    this.#database = database;
    this.#sources = sources;
    this.#credits = new SqliteCreditLedger(database);
    this.#sql = prepareAll(database, texts);
  }

  async createKey({ partner, label, credits }: KeyRequest, nowMs: number): Promise<CreatedKey> {
    return this.#atOnce(() => {
      this.#sql.addPartner.run(this.#sources.newId(), partner, nowMs);
      const partnerId = this.#idOf(partner);
      if (partnerId === null) throw new Error(`the partner ${partner} could not be made`);
      if (credits !== null) this.#credits.addGrant(partnerId, { amount: credits, note: null }, nowMs);
      return this.#addKey({ partnerId, partner, label }, nowMs);
    });
  }

  async rotateKey(keyId: string, nowMs: number): Promise<CreatedKey | null> {
    return this.#atOnce(() => {
      const owner = firstOf<KeyOwner>(this.#sql.ownerOfKey.all(keyId));
      if (owner === null || !this.#revoke(keyId, nowMs)) return null;
      return this.#addKey(owner, nowMs);
    });
  }

  async revokeKey(keyId: string, nowMs: number): Promise<boolean> {
    return this.#revoke(keyId, nowMs);
  }

  async listKeys(): Promise<ListedKey[]> {
    return this.#sql.listKeys.all() as ListedKey[];
  }

  async partnerOf(key: string): Promise<string | null> {
    const candidates = this.#sql.candidates.all(apiKeyPrefix(key)) as readonly {
      readonly partner_id: string;
      readonly hash: string;
    }[];
    return candidates.find(({ hash }) => matchesHash(key, hash))?.partner_id ?? null;
  }

  async partnerNamed(name: string): Promise<string | null> {
    return this.#idOf(name);
  }

  #atOnce<T>(act: () => T): T {
    return this.#database.transaction(act).immediate();
  }

  #idOf(partner: string): string | null {
    return firstOf<{ readonly id: string }>(this.#sql.partnerNamed.all(partner))?.id ?? null;
  }

  #addKey({ partnerId, partner, label }: KeyOwner, nowMs: number): CreatedKey {
    const key = this.#sources.newKey();
    const keyId = this.#sources.newId();
    this.#sql.addKey.run(keyId, partnerId, label, apiKeyPrefix(key), hashApiKey(key), nowMs);
    return { key, keyId, partnerId, partner, label };
  }

  #revoke(keyId: string, nowMs: number): boolean {
    return this.#sql.revoke.run(nowMs, keyId).changes === 1;
  }
}

const texts = {
  addPartner: 'INSERT INTO partners (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING',
  partnerNamed: 'SELECT id FROM partners WHERE name = ?',
  addKey: 'INSERT INTO api_keys (id, partner_id, label, prefix, hash, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  ownerOfKey: `SELECT p.id AS partnerId, p.name AS partner, k.label AS label
     FROM api_keys k JOIN partners p ON p.id = k.partner_id WHERE k.id = ?`,
  revoke: 'UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  listKeys: `SELECT k.id AS keyId, p.name AS partner, k.label AS label, k.prefix AS prefix, k.created_at AS createdAtMs,
       k.revoked_at AS revokedAtMs
     FROM api_keys k JOIN partners p ON p.id = k.partner_id ORDER BY k.created_at, k.rowid`,
  candidates: 'SELECT partner_id, hash FROM api_keys WHERE prefix = ? AND revoked_at IS NULL',
} as const;
