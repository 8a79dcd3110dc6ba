import type { Credentials } from '../accounts/people-store.ts';
import { type Session, type SessionStore, sessionLimits } from '../accounts/session-store.ts';
import { firstOf, type SqlConnection, type SqlDatabase } from './sql-database.ts';

/** Who is signed in, in a database. */
export class SqlSessionStore implements SessionStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async begin(hash: string, { personId, passwordHash }: Credentials, nowMs: number): Promise<Session | null> {
    return this.#database.transaction(async (connection) => {
      // Whoever replaces the password or removes the person comes before and is seen, or after and ends this session too.
      const proven = await connection.query(`${texts.proven} ${connection.dialect.forUpdate}`, personId, passwordHash);
      if (proven.length === 0) return null;
      await connection.run(texts.add, hash, personId, nowMs, nowMs, nowMs + sessionLimits.lifetimeMs);
      await connection.run(texts.endOldest, personId, personId, sessionLimits.perPerson);
      return sessionOf(connection, hash, nowMs);
    });
  }

  find(hash: string, nowMs: number): Promise<Session | null> {
    return sessionOf(this.#database, hash, nowMs);
  }

  async use(hash: string, nowMs: number): Promise<void> {
    await this.#database.run(texts.use, nowMs, hash, nowMs);
  }

  async end(hash: string): Promise<void> {
    await this.#database.run(texts.end, hash);
  }

  async forgetExpired(nowMs: number): Promise<void> {
    await this.#database.run(texts.forget, nowMs, nowMs - sessionLimits.idleMs);
  }
}

async function sessionOf(connection: SqlConnection, hash: string, nowMs: number): Promise<Session | null> {
  return firstOf(await connection.query<Session>(texts.find, hash, nowMs, nowMs - sessionLimits.idleMs));
}

const texts = {
  proven: 'SELECT id FROM people WHERE id = ? AND password_hash = ?',
  add: 'INSERT INTO sessions (hash, person_id, created_at, used_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  endOldest: `DELETE FROM sessions WHERE person_id = ? AND hash NOT IN (
       SELECT hash FROM sessions WHERE person_id = ? ORDER BY used_at DESC, rowid DESC LIMIT ?
     )`,
  find: `SELECT h.id AS "personId", h.partner_id AS "partnerId", p.name AS partner, h.name AS name, h.language AS language,
       s.expires_at AS "expiresAtMs", s.used_at AS "usedAtMs"
     FROM sessions s JOIN people h ON h.id = s.person_id JOIN partners p ON p.id = h.partner_id
     WHERE s.hash = ? AND s.expires_at > ? AND s.used_at > ?`,
  use: 'UPDATE sessions SET used_at = ? WHERE hash = ? AND used_at < ?',
  end: 'DELETE FROM sessions WHERE hash = ?',
  forget: 'DELETE FROM sessions WHERE expires_at <= ? OR used_at <= ?',
} as const;
