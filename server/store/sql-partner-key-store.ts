import type { CreatedKey, ListedKey } from '../accounts/account-store.ts';
import type { PartnerKeyStore } from '../accounts/partner-key-store.ts';
import { type AccountSources, addKey, type KeyOwner, listedKeys } from './sql-account-store.ts';
import { firstOf, type SqlDatabase } from './sql-database.ts';

/** The API keys of one partner in a database. */
export class SqlPartnerKeyStore implements PartnerKeyStore {
  readonly #database: SqlDatabase;
  readonly #sources: AccountSources;

  constructor(database: SqlDatabase, sources: AccountSources) {
    this.#database = database;
    this.#sources = sources;
  }

  async list(partnerId: string): Promise<ListedKey[]> {
    return [...(await this.#database.query<ListedKey>(texts.list, partnerId))];
  }

  async create(partnerId: string, label: string | null, nowMs: number): Promise<CreatedKey> {
    return this.#database.transaction(async (connection) => {
      const partner = firstOf(await connection.query<{ readonly name: string }>(texts.partner, partnerId));
      if (partner === null) throw new Error(`there is no partner ${partnerId}`);
      return addKey(connection, this.#sources, { partnerId, partner: partner.name, label }, nowMs);
    });
  }

  async rotate(partnerId: string, keyId: string, nowMs: number): Promise<CreatedKey | null> {
    return this.#database.transaction(async (connection) => {
      const owner = firstOf(await connection.query<KeyOwner>(texts.owner, keyId, partnerId));
      if (owner === null || (await connection.run(texts.revoke, nowMs, keyId, partnerId)) === 0) return null;
      return addKey(connection, this.#sources, owner, nowMs);
    });
  }

  async revoke(partnerId: string, keyId: string, nowMs: number): Promise<boolean> {
    return (await this.#database.run(texts.revoke, nowMs, keyId, partnerId)) === 1;
  }
}

const texts = {
  list: listedKeys('WHERE p.id = ?'),
  partner: 'SELECT name FROM partners WHERE id = ?',
  owner: `SELECT p.id AS "partnerId", p.name AS partner, k.label AS label
     FROM api_keys k JOIN partners p ON p.id = k.partner_id WHERE k.id = ? AND p.id = ?`,
  revoke: 'UPDATE api_keys SET revoked_at = ? WHERE id = ? AND partner_id = ? AND revoked_at IS NULL',
} as const;
