import type { Cell, Table } from './table.ts';

/** Comma-separated values (RFC 4180) with a heading, lines ended by a line feed; an empty field is not known. */
export const csv = ({ columns, rows }: Table): string =>
  [columns.map(({ name }) => field(name)), ...rows.map((row) => row.map(field))]
    .map((fields) => `${fields.join(',')}\n`)
    .join('');

function field(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
