import type { Cell, Table } from './table.ts';

/** What a spreadsheet takes for the beginning of a formula, or passes over before one. */
const formulaBegins = /^[=+\-@\t\r\n]/;

/**
 * Comma-separated values (RFC 4180) with a heading, lines ended by a line feed; an empty field is not known. A text that a spreadsheet
 * would calculate, such as the name of a clip that somebody sent, has an apostrophe before it.
 */
export const csv = ({ columns, rows }: Table): string =>
  [columns.map(({ name }) => field(name)), ...rows.map((row) => row.map(field))]
    .map((fields) => `${fields.join(',')}\n`)
    .join('');

function field(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && formulaBegins.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
