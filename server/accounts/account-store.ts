import { randomUUID } from 'node:crypto';
import type { Connection } from '../store/database.ts';
import { apiKeyPrefix, generateApiKey, hashApiKey, matchesHash } from './api-key.ts';

/** A key just made: the only moment at which it can be read. */
export interface CreatedKey {
  readonly key: string;
  readonly keyId: string;
  readonly partnerId: string;
}

/** A key as it can be listed. */
export interface ListedKey {
  readonly keyId: string;
  readonly partner: string;
  readonly prefix: string;
  readonly createdAtMs: number;
  readonly revokedAtMs: number | null;
}

interface StoredHash {
  readonly partner_id: string;
  readonly hash: string;
}

/** Partners and their API keys. */
export class AccountStore {
  readonly #database: Connection;

  constructor(database: Connection) {
    this.#database = database;
  }

  /** Makes a key for a partner, and the partner when it is new. */
  createKey(partnerName: string, nowMs: number): CreatedKey {
    const create = this.#database.transaction(() => {
      const partnerId = this.#partnerNamed(partnerName, nowMs);
      const key = generateApiKey();
      const keyId = randomUUID();
      this.#database
        .prepare('INSERT INTO api_keys (id, partner_id, prefix, hash, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(keyId, partnerId, apiKeyPrefix(key), hashApiKey(key), nowMs);
      return { key, keyId, partnerId };
    });
    return create.immediate();
  }

  /** The partner that a key belongs to; null when the key is unknown or revoked. */
  partnerOf(key: string): string | null {
    const candidates = this.#database
      .prepare('SELECT partner_id, hash FROM api_keys WHERE prefix = ? AND revoked_at IS NULL')
      .all(apiKeyPrefix(key)) as readonly StoredHash[];
    return candidates.find(({ hash }) => matchesHash(key, hash))?.partner_id ?? null;
  }

  listKeys(): ListedKey[] {
    return this.#database
      .prepare(
        `SELECT k.id AS keyId, p.name AS partner, k.prefix AS prefix, k.created_at AS createdAtMs,
           k.revoked_at AS revokedAtMs
         FROM api_keys k JOIN partners p ON p.id = k.partner_id ORDER BY k.created_at, k.rowid`,
      )
      .all() as ListedKey[];
  }

  /** @returns False when there is no such key, or it was revoked before. */
  revokeKey(keyId: string, nowMs: number): boolean {
    const { changes } = this.#database
      .prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
      .run(nowMs, keyId);
    return changes === 1;
  }

  #partnerNamed(name: string, nowMs: number): string {
    this.#database
      .prepare('INSERT INTO partners (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING')
      .run(randomUUID(), name, nowMs);
    const row = this.#database.prepare('SELECT id FROM partners WHERE name = ?').get(name) as { readonly id: string };
    return row.id;
  }
}
