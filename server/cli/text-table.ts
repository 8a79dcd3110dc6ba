import Table from 'cli-table3';

export type Alignment = 'left' | 'right';

/** A table as text: a rule under the headings, none between rows, so that much fits on a screen. Null is shown as a dash. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  aligned: readonly Alignment[] = [],
): string {
  const table = new Table({ head: [...head], colAligns: [...aligned], style: { head: [], border: [] } });
  for (const row of rows) table.push(row.map((cell) => cell ?? '–'));
  let rules = 0;
  return table
    .toString()
    .split('\n')
    .filter((line) => !line.startsWith('├') || rules++ === 0)
    .join('\n');
}
