import type { Language } from '../../engine/score/language.ts';
import type { Credentials, ListedPerson, NewPerson, PeopleStore } from '../accounts/people-store.ts';
import { nameKey, writtenName } from '../accounts/people-store.ts';
import type { AccountSources } from './sql-account-store.ts';
import { ensurePartner } from './sql-account-store.ts';
import { firstOf, type SqlDatabase } from './sql-database.ts';

/** People in a database. */
export class SqlPeopleStore implements PeopleStore {
  readonly #database: SqlDatabase;
  readonly #newId: () => string;

  constructor(database: SqlDatabase, { newId }: Pick<AccountSources, 'newId'>) {
    this.#database = database;
    this.#newId = newId;
  }

  async add({ partner, name, passwordHash }: NewPerson, nowMs: number): Promise<boolean> {
    return this.#database.transaction(async (connection) => {
      const partnerId = await ensurePartner(connection, partner, this.#newId(), nowMs);
      const written = writtenName(name);
      const values = [this.#newId(), partnerId, written, nameKey(name), passwordHash, nowMs, nowMs];
      return (await connection.run(texts.add, ...values)) === 1;
    });
  }

  async list(): Promise<ListedPerson[]> {
    return [...(await this.#database.query<ListedPerson>(texts.list))];
  }

  async remove(partnerId: string, name: string): Promise<boolean> {
    return this.#database.transaction(async (connection) => {
      await connection.query(`${texts.hold} ${connection.dialect.forUpdate}`, partnerId, nameKey(name));
      await connection.run(texts.endAllOf, partnerId, nameKey(name));
      return (await connection.run(texts.remove, partnerId, nameKey(name))) === 1;
    });
  }

  async setPassword(partnerId: string, name: string, passwordHash: string, nowMs: number): Promise<boolean> {
    return this.#database.transaction(async (connection) => {
      const changed = await connection.run(texts.setPassword, passwordHash, nowMs, partnerId, nameKey(name));
      await connection.run(texts.endAllOf, partnerId, nameKey(name));
      return changed === 1;
    });
  }

  async changePassword(
    { personId, passwordHash: from }: Credentials,
    to: string,
    keptSession: string,
    nowMs: number,
  ): Promise<boolean> {
    return this.#database.transaction(async (connection) => {
      if ((await connection.run(texts.changePassword, to, nowMs, personId, from)) === 0) return false;
      await connection.run(texts.endOthers, personId, keptSession);
      return true;
    });
  }

  async setLanguage(personId: string, language: Language): Promise<void> {
    await this.#database.run(texts.setLanguage, language, personId);
  }

  async credentialsOf(name: string): Promise<Credentials | null> {
    return firstOf(await this.#database.query<Credentials>(texts.credentials, nameKey(name)));
  }
}

const theirs = 'partner_id = ? AND name_key = ?';

const texts = {
  add: `INSERT INTO people (id, partner_id, name, name_key, password_hash, created_at, password_set_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name_key) DO NOTHING`,
  list: `SELECT h.name, p.name AS partner, h.created_at AS "createdAtMs", h.password_set_at AS "passwordSetAtMs"
     FROM people h JOIN partners p ON p.id = h.partner_id ORDER BY p.name, h.name_key`,
  hold: `SELECT id FROM people WHERE ${theirs}`,
  remove: `DELETE FROM people WHERE ${theirs}`,
  setPassword: `UPDATE people SET password_hash = ?, password_set_at = ? WHERE ${theirs}`,
  changePassword: 'UPDATE people SET password_hash = ?, password_set_at = ? WHERE id = ? AND password_hash = ?',
  endAllOf: `DELETE FROM sessions WHERE person_id IN (SELECT id FROM people WHERE ${theirs})`,
  endOthers: 'DELETE FROM sessions WHERE person_id = ? AND hash <> ?',
  setLanguage: 'UPDATE people SET language = ? WHERE id = ?',
  credentials: 'SELECT id AS "personId", password_hash AS "passwordHash" FROM people WHERE name_key = ?',
} as const;
