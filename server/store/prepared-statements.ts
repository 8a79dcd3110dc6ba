import type { Connection } from './database.ts';

/** A statement of a connection; values replace its question marks in order. */
export interface Statement {
  run(...values: readonly unknown[]): { readonly changes: number };
  /** All rows: a statement that is read to its end holds no snapshot. */
  all(...values: readonly unknown[]): unknown[];
}

/** Prepares statements once, for as long as the connection is open. */
export function prepareAll<const T extends Readonly<Record<string, string>>>(
  database: Connection,
  texts: T,
): Readonly<Record<keyof T, Statement>> {
  const prepared = Object.entries(texts).map(([name, text]): [string, Statement] => [name, database.prepare(text)]);
  return Object.fromEntries(prepared) as Record<keyof T, Statement>;
}

/** The row of a statement that finds one or none. */
export const firstOf = <T>(rows: readonly unknown[]): T | null => (rows[0] as T | undefined) ?? null;
