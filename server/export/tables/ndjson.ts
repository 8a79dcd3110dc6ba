import type { Table } from './table.ts';

/** One JSON object a row; null is not known. */
export const ndjson = ({ columns, rows }: Table): string =>
  rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`)
    .join('');
