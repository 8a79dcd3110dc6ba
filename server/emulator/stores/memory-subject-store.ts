import type { NewSubject, Subject, SubjectChanges, SubjectStore } from '../../store/subject-store.ts';
import type { Memory, SubjectRow } from './memory.ts';

/** Subjects in memory. */
export class MemorySubjectStore implements SubjectStore {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  async create(subject: NewSubject): Promise<void> {
    this.#memory.subjects.set(subject.id, { ...subject, deletedAtMs: null });
  }

  async list(partnerId: string): Promise<Subject[]> {
    const own = [...this.#memory.subjects.values()].filter((row) => row.partnerId === partnerId && isThere(row));
    return own.sort((a, b) => a.createdAtMs - b.createdAtMs).map(subjectOf);
  }

  async find(partnerId: string, id: string): Promise<Subject | null> {
    const row = this.#found(partnerId, id);
    return row === null ? null : subjectOf(row);
  }

  async update(partnerId: string, id: string, changes: SubjectChanges): Promise<boolean> {
    const row = this.#found(partnerId, id);
    if (row !== null) Object.assign(row, changes);
    return row !== null;
  }

  async remove(partnerId: string, id: string, nowMs: number): Promise<boolean> {
    const row = this.#found(partnerId, id);
    if (row !== null)
      Object.assign(row, { deletedAtMs: nowMs, email: null, name: null, heightM: null, weightKg: null });
    return row !== null;
  }

  async erase(id: string, nowMs: number): Promise<boolean> {
    const row = this.#memory.subjects.get(id);
    return row !== undefined && this.remove(row.partnerId, id, nowMs);
  }

  #found(partnerId: string, id: string): SubjectRow | null {
    const row = this.#memory.subjects.get(id);
    return row !== undefined && row.partnerId === partnerId && isThere(row) ? row : null;
  }
}

const isThere = ({ deletedAtMs }: SubjectRow): boolean => deletedAtMs === null;

const subjectOf = ({ deletedAtMs: _deletedAtMs, ...subject }: SubjectRow): Subject => subject;
