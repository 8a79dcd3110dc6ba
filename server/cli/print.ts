import { textTable } from './text-table.ts';

/** Prints a value as one line of JSON. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** Prints rows under their headings; null is shown as a dash. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  process.stdout.write(`${textTable(head, rows)}\n`);
}

/** A moment as the command line writes it: UTC, with milliseconds. @param ms Milliseconds since 1970, or null. */
export const moment = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
