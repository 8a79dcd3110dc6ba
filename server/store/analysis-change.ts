import type { AnalysisStatus } from './analysis-record.ts';
import type { SqlConnection } from './sql-database.ts';

/** An analysis at the moment at which its status or percentage changes. */
export interface AnalysisChange {
  readonly id: string;
  readonly partnerId: string;
  readonly notifyViaWebhook: boolean;
  /** The status and the percentage after the change. */
  readonly status: AnalysisStatus;
  readonly percentage: number;
  readonly previousPercentage: number;
  /** Which run of the analysis it is; 1 for the first. */
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/**
 * What is told of every start, progress and end of an analysis inside the transaction that writes the change: what it writes to the
 * connection commits with the change or not at all, and what it throws undoes the change.
 */
export type RecordAnalysisChange = (change: AnalysisChange, connection: SqlConnection) => Promise<void>;

/** What is told of every start, progress and end of an analysis once it is kept. */
export type OnAnalysisChange = (change: AnalysisChange) => void;
