import { firstOf, type SqlDatabase } from './sql-database.ts';
import type { NewSubject, Subject, SubjectChanges, SubjectStore } from './subject-store.ts';

/** Subjects in a database. */
export class SqlSubjectStore implements SubjectStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async create(subject: NewSubject): Promise<void> {
    const { id, partnerId, email, name, heightM, weightKg, createdAtMs } = subject;
    await this.#database.run(texts.create, id, partnerId, email, name, heightM, weightKg, createdAtMs);
  }

  async list(partnerId: string): Promise<Subject[]> {
    return [...(await this.#database.query<Subject>(texts.list, partnerId))];
  }

  async find(partnerId: string, id: string): Promise<Subject | null> {
    return firstOf(await this.#database.query<Subject>(texts.find, id, partnerId));
  }

  async update(partnerId: string, id: string, changes: SubjectChanges): Promise<boolean> {
    return this.#database.transaction(async (connection) => {
      const rows = await connection.query<Subject>(`${texts.find} ${connection.dialect.forUpdate}`, id, partnerId);
      const found = firstOf(rows);
      if (found === null) return false;
      const { email = found.email, name = found.name, heightM = found.heightM, weightKg = found.weightKg } = changes;
      await connection.run(texts.update, email, name, heightM, weightKg, id, partnerId);
      return true;
    });
  }

  async remove(partnerId: string, id: string, nowMs: number): Promise<boolean> {
    return (await this.#database.run(`${texts.erase} AND partner_id = ?`, nowMs, id, partnerId)) === 1;
  }

  async erase(id: string, nowMs: number): Promise<boolean> {
    return (await this.#database.run(texts.erase, nowMs, id)) === 1;
  }
}

const columns = `id, partner_id AS "partnerId", email, name, height_m AS "heightM", weight_kg AS "weightKg",
  created_at AS "createdAtMs"`;

const texts = {
  create: `INSERT INTO subjects (id, partner_id, email, name, height_m, weight_kg, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  list: `SELECT ${columns} FROM subjects WHERE partner_id = ? AND deleted_at IS NULL ORDER BY created_at, rowid`,
  find: `SELECT ${columns} FROM subjects WHERE id = ? AND partner_id = ? AND deleted_at IS NULL`,
  update: 'UPDATE subjects SET email = ?, name = ?, height_m = ?, weight_kg = ? WHERE id = ? AND partner_id = ?',
  // That there was one is all that remains.
  erase: `UPDATE subjects SET deleted_at = ?, email = NULL, name = NULL, height_m = NULL, weight_kg = NULL
     WHERE id = ? AND deleted_at IS NULL`,
} as const;
