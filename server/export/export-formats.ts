import type { Analysis, AnalysisTerms } from '../../engine/analysis.ts';
import { toDetails } from '../details/to-details.ts';
import { markerSet } from './marker-set.ts';
import { mot } from './mot.ts';
import { csv } from './tables/csv.ts';
import { framesTable } from './tables/frames-table.ts';
import { stepsTable, stridesTable } from './tables/gait-tables.ts';
import { ndjson } from './tables/ndjson.ts';
import { curvesTable, metricsTable } from './tables/result-tables.ts';
import type { Table } from './tables/table.ts';
import { type LengthUnit, trc } from './trc.ts';

export const exportFormats = ['trc', 'mot', 'csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportTables = ['frames', 'steps', 'strides', 'metrics', 'curves'] as const;
export type ExportTable = (typeof exportTables)[number];

export interface ExportManner {
  readonly format: ExportFormat;
  /** Of CSV, NDJSON and Parquet. */
  readonly table: ExportTable;
  /** Of TRC. */
  readonly units: LengthUnit;
  /** What the file is called, which some formats say of themselves. */
  readonly fileName: string;
}

/** Whether a format is of bytes that no terminal shows. */
export const isBinary = (format: ExportFormat): boolean => format === 'parquet';

/** Whether a format is one of motion analysis, which says by itself what it holds; the others hold a table. */
export const isMotion = (format: ExportFormat): format is 'trc' | 'mot' => format === 'trc' || format === 'mot';

/** An analysis in a format of other tools. */
export async function exported(
  analysis: Analysis,
  terms: AnalysisTerms,
  { format, table, units, fileName }: ExportManner,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'trc':
      return trc(markerSet(analysis, terms.heightM), fileName, units);
    case 'mot':
      return mot(analysis, terms.heightM, fileName);
    case 'csv':
      return csv(tableOfAnalysis(analysis, terms, table));
    case 'ndjson':
      return ndjson(tableOfAnalysis(analysis, terms, table));
    case 'parquet': {
      const { parquet } = await import('./tables/parquet.ts');
      return parquet(tableOfAnalysis(analysis, terms, table));
    }
  }
}

function tableOfAnalysis(analysis: Analysis, terms: AnalysisTerms, table: ExportTable): Table {
  switch (table) {
    case 'frames':
      return framesTable(analysis, terms.heightM);
    case 'steps':
      return stepsTable(analysis);
    case 'strides':
      return stridesTable(analysis);
    case 'metrics':
      return metricsTable(toDetails(analysis, terms));
    case 'curves':
      return curvesTable(toDetails(analysis, terms));
  }
}
