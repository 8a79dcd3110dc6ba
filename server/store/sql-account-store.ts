import type { AccountStore, CreatedKey, KeyRequest, ListedKey } from '../accounts/account-store.ts';
import { apiKeyPrefix, hashApiKey, matchesHash } from '../accounts/api-key.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';
import { firstOf, type SqlConnection, type SqlDatabase } from './sql-database.ts';

/** Where ids and keys come from. */
export interface AccountSources {
  /** A new UUID, version 4. */
  readonly newId: () => string;
  /** A new API key. */
  readonly newKey: () => string;
}

/** Whose a key is, and what it is called. */
export interface KeyOwner {
  readonly partnerId: string;
  readonly partner: string;
  readonly label: string | null;
}

interface Candidate {
  readonly partner_id: string;
  readonly hash: string;
}

/** Partners and their API keys in a database. */
export class SqlAccountStore implements AccountStore {
  readonly #database: SqlDatabase;
  readonly #sources: AccountSources;
  readonly #credits: SqlCreditLedger;

  constructor(database: SqlDatabase, sources: AccountSources) {
    this.#database = database;
    this.#sources = sources;
    this.#credits = new SqlCreditLedger(database);
  }

  async createKey({ partner, label, credits }: KeyRequest, nowMs: number): Promise<CreatedKey> {
    return this.#database.transaction(async (connection) => {
      const partnerId = await ensurePartner(connection, partner, this.#sources.newId(), nowMs);
      if (credits !== null) await this.#credits.addGrant(connection, partnerId, { amount: credits, note: null }, nowMs);
      return addKey(connection, this.#sources, { partnerId, partner, label }, nowMs);
    });
  }

  async rotateKey(keyId: string, nowMs: number): Promise<CreatedKey | null> {
    return this.#database.transaction(async (connection) => {
      const owner = firstOf(await connection.query<KeyOwner>(texts.ownerOfKey, keyId));
      if (owner === null || !(await revoke(connection, keyId, nowMs))) return null;
      return addKey(connection, this.#sources, owner, nowMs);
    });
  }

  revokeKey(keyId: string, nowMs: number): Promise<boolean> {
    return revoke(this.#database, keyId, nowMs);
  }

  async listKeys(): Promise<ListedKey[]> {
    return [...(await this.#database.query<ListedKey>(texts.listKeys))];
  }

  async partnerOf(key: string): Promise<string | null> {
    const candidates = await this.#database.query<Candidate>(texts.candidates, apiKeyPrefix(key));
    return candidates.find(({ hash }) => matchesHash(key, hash))?.partner_id ?? null;
  }

  partnerNamed(name: string): Promise<string | null> {
    return idOf(this.#database, name);
  }
}

/** Makes a key. Belongs into a transaction. */
export async function addKey(
  connection: SqlConnection,
  { newKey, newId }: AccountSources,
  { partnerId, partner, label }: KeyOwner,
  nowMs: number,
): Promise<CreatedKey> {
  const key = newKey();
  const keyId = newId();
  await connection.run(texts.addKey, keyId, partnerId, label, apiKeyPrefix(key), hashApiKey(key), nowMs);
  return { key, keyId, partnerId, partner, label };
}

/** The statement that lists keys, oldest first. @param which A condition on `api_keys k` and `partners p`. */
export const listedKeys = (which = ''): string =>
  `SELECT k.id AS "keyId", p.name AS partner, k.label AS label, k.prefix AS prefix, k.created_at AS "createdAtMs",
       k.revoked_at AS "revokedAtMs"
     FROM api_keys k JOIN partners p ON p.id = k.partner_id ${which} ORDER BY k.created_at, k.rowid`;

/** The id of the partner with a name, which is made where there is none. Belongs into a transaction. */
export async function ensurePartner(
  connection: SqlConnection,
  partner: string,
  newId: string,
  nowMs: number,
): Promise<string> {
  await connection.run(texts.addPartner, newId, partner, nowMs);
  const partnerId = await idOf(connection, partner);
  if (partnerId === null) throw new Error(`the partner ${partner} could not be made`);
  return partnerId;
}

async function idOf(connection: SqlConnection, partner: string): Promise<string | null> {
  return firstOf(await connection.query<{ readonly id: string }>(texts.partnerNamed, partner))?.id ?? null;
}

async function revoke(connection: SqlConnection, keyId: string, nowMs: number): Promise<boolean> {
  return (await connection.run(texts.revoke, nowMs, keyId)) === 1;
}

const texts = {
  addPartner: 'INSERT INTO partners (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING',
  partnerNamed: 'SELECT id FROM partners WHERE name = ?',
  addKey: 'INSERT INTO api_keys (id, partner_id, label, prefix, hash, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  ownerOfKey: `SELECT p.id AS "partnerId", p.name AS partner, k.label AS label
     FROM api_keys k JOIN partners p ON p.id = k.partner_id WHERE k.id = ?`,
  revoke: 'UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  listKeys: listedKeys(),
  candidates: 'SELECT partner_id, hash FROM api_keys WHERE prefix = ? AND revoked_at IS NULL',
} as const;
