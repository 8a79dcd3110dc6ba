import type { SqlDialect } from './sql-dialect.ts';

/** What stands for a question mark. Times are whole milliseconds, switches 0 or 1, structures JSON texts. */
export type SqlValue = string | number | null;

/** Carries out statements. Values replace the question marks of a statement in order; its text is a constant of the program. */
export interface SqlConnection {
  readonly dialect: SqlDialect;
  /** All rows of a statement. Outside a transaction it only reads. */
  query<Row>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** @returns How many rows it changed. */
  run(text: string, ...values: readonly SqlValue[]): Promise<number>;
}

/**
 * A database that several processes may work on at once. What a method has written is on the disk when it resolves. A statement
 * outside a transaction stands for itself.
 */
export interface SqlDatabase extends SqlConnection {
  /**
   * Does something as a whole or, when it throws, not at all; nobody sees it half done, and nobody else's statements become part of
   * it. Within, nothing but the connection is awaited, and the database itself is not used. It may be done more than once, of which
   * only the last counts: what it leaves outside the database, it sets and does not add to.
   */
  transaction<T>(act: (connection: SqlConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The connection broke while a transaction was being committed: it has happened as a whole or not at all, and it is not known which. */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super('it is not known whether the transaction was committed', { cause });
    this.name = 'OutcomeUnknownError';
  }
}

/** The row of a statement that finds one or none. */
export const firstOf = <Row>(rows: readonly Row[]): Row | null => rows[0] ?? null;

/** A text as both databases can keep it: neither takes the character of code 0, so it becomes U+FFFD. */
export const storable = (value: SqlValue): SqlValue =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
