import type { Connection } from './database.ts';
import type { NewSubject, Subject, SubjectChanges, SubjectStore } from './subject-store.ts';

/** Subjects in SQLite. */
export class SqliteSubjectStore implements SubjectStore {
  readonly #database: Connection;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(database: Connection) {
    this.#database = database;
    this.#sql = prepare(database);
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
      this.#sql.update.run(email, name, heightM, weightKg, id);
      return true;
    });
    return change.immediate();
  }

  async remove(partnerId: string, id: string, nowMs: number): Promise<boolean> {
    return this.#sql.remove.run(nowMs, id, partnerId).changes === 1;
  }

  #found(partnerId: string, id: string): Subject | null {
    const [row] = this.#sql.find.all(id, partnerId) as readonly (Subject | undefined)[];
    return row ?? null;
  }
}

const columns = `id, partner_id AS partnerId, email, name, height_m AS heightM, weight_kg AS weightKg,
  created_at AS createdAtMs`;

const prepare = (database: Connection) => ({
  create: database.prepare(
    `INSERT INTO subjects (id, partner_id, email, name, height_m, weight_kg, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
  list: database.prepare(
    `SELECT ${columns} FROM subjects WHERE partner_id = ? AND deleted_at IS NULL ORDER BY created_at, rowid`,
  ),
  find: database.prepare(`SELECT ${columns} FROM subjects WHERE id = ? AND partner_id = ? AND deleted_at IS NULL`),
  update: database.prepare('UPDATE subjects SET email = ?, name = ?, height_m = ?, weight_kg = ? WHERE id = ?'),
  remove: database.prepare('UPDATE subjects SET deleted_at = ? WHERE id = ? AND partner_id = ? AND deleted_at IS NULL'),
});
