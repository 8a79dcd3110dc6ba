/** A runner whose analyses belong together. */
export interface Subject {
  readonly id: string;
  readonly partnerId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly heightM: number | null;
  readonly weightKg: number | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

export type NewSubject = Subject;

/** New values of some fields; fields that are left out stay. */
export type SubjectChanges = Partial<Pick<Subject, 'email' | 'name' | 'heightM' | 'weightKg'>>;

/** All that the server asks of its memory of subjects. A deleted one, or one of another partner, is one that does not exist. */
export interface SubjectStore {
  create(subject: NewSubject): Promise<void>;
  /** Oldest first, without deleted ones. */
  list(partnerId: string): Promise<Subject[]>;
  find(partnerId: string, id: string): Promise<Subject | null>;
  /** @returns False when there is no such subject. */
  update(partnerId: string, id: string, changes: SubjectChanges): Promise<boolean>;
  /** Deletes all that is known of a subject. @returns False when there is no such subject. */
  remove(partnerId: string, id: string, nowMs: number): Promise<boolean>;
  /** The same, whoever it belongs to. */
  erase(id: string, nowMs: number): Promise<boolean>;
}
