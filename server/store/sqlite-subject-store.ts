import type { Connection } from './database.ts';
import { firstOf, prepareAll, type Statement } from './prepared-statements.ts';
import type { NewSubject, Subject, SubjectChanges, SubjectStore } from './subject-store.ts';

/** Subjects in SQLite. */
export class SqliteSubjectStore implements SubjectStore {
  readonly #database: Connection;
  readonly #sql: Readonly<Record<keyof typeof texts, Statement>>;

  constructor(database: Connection) {
    this.#database = database;
    this.#sql = prepareAll(database, texts);
  }

  async create(subject: NewSubject): Promise<void> {
    const { id, partnerId, email, name, heightM, weightKg, createdAtMs } = subject;
    this.#sql.create.run(id, partnerId, email, name, heightM, weightKg, createdAtMs);
  }

  async list(partnerId: string): Promise<Subject[]> {
    return this.#sql.list.all(partnerId) as Subject[];
  }

  async find(partnerId: string, id: string): Promise<Subject | null> {
    return this.#found(partnerId, id);
  }

  async update(partnerId: string, id: string, changes: SubjectChanges): Promise<boolean> {
    const change = this.#database.transaction(() => {
      const found = this.#found(partnerId, id);
      if (found === null) return false;
      const { email = found.email, name = found.name, heightM = found.heightM, weightKg = found.weightKg } = changes;
      this.#sql.update.run(email, name, heightM, weightKg, id, partnerId);
      return true;
    });
    return change.immediate();
  }

  async remove(partnerId: string, id: string, nowMs: number): Promise<boolean> {
    return this.#sql.remove.run(nowMs, id, partnerId).changes === 1;
  }

  #found(partnerId: string, id: string): Subject | null {
    return firstOf<Subject>(this.#sql.find.all(id, partnerId));
  }
}

const columns = `id, partner_id AS partnerId, email, name, height_m AS heightM, weight_kg AS weightKg,
  created_at AS createdAtMs`;

const texts = {
  create: `INSERT INTO subjects (id, partner_id, email, name, height_m, weight_kg, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  list: `SELECT ${columns} FROM subjects WHERE partner_id = ? AND deleted_at IS NULL ORDER BY created_at, rowid`,
  find: `SELECT ${columns} FROM subjects WHERE id = ? AND partner_id = ? AND deleted_at IS NULL`,
  update: 'UPDATE subjects SET email = ?, name = ?, height_m = ?, weight_kg = ? WHERE id = ? AND partner_id = ?',
  remove: 'UPDATE subjects SET deleted_at = ? WHERE id = ? AND partner_id = ? AND deleted_at IS NULL',
} as const;
