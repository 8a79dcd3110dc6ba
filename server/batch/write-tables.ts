import { join } from 'node:path';
import { writeWhole } from '../../engine/write-whole.ts';
import { csv } from '../export/tables/csv.ts';
import type { Table } from '../export/tables/table.ts';
import { clipMetricsTable, summaryTable } from './batch-tables.ts';
import type { ClipResult } from './clip-result.ts';

/**
 * Writes `summary.csv` and `metrics.csv` of a batch while its clips are read: of ten thousand no two are held at a time.
 *
 * @param results In order; each is read once.
 * @returns What is kept of each.
 * @throws StrideError `output_not_writable`.
 */
export async function writeTables<T>(
  folder: string,
  results: AsyncIterable<ClipResult>,
  keptOf: (result: ClipResult) => T,
): Promise<T[]> {
  const kept: T[] = [];
  let summary = csv(summaryTable([]));
  const metrics = async function* (): AsyncGenerator<string> {
    let hasHeading = false;
    for await (const result of results) {
      kept.push(keptOf(result));
      summary += rowsOf(summaryTable([result]));
      if (result.details === null) continue;
      const table = clipMetricsTable(result);
      yield hasHeading ? rowsOf(table) : csv(table);
      hasHeading = true;
    }
    if (!hasHeading) yield csv(clipMetricsTable({ clip: '', details: null }));
  };
  await writeWhole(join(folder, 'metrics.csv'), metrics());
  await writeWhole(join(folder, 'summary.csv'), summary);
  return kept;
}

const rowsOf = (table: Table): string => csv(table).slice(csv({ ...table, rows: [] }).length);
