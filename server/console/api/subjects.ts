import type { AnalysisType } from '../../contract/schemas/start.ts';
import type { MetricDetails } from '../../details/details.ts';

/** A runner: `GET /console/api/subjects/:id`. */
export interface ConsoleSubject {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly heightM: number | null;
  readonly weightKg: number | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** `GET /console/api/subjects`, oldest first. */
export interface ConsoleSubjectList {
  readonly subjects: readonly ConsoleSubject[];
}

/** `POST /console/api/subjects` and `PUT /console/api/subjects/:id`, which both answer the subject: null clears, what is left out stays. */
export interface SubjectRequest {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly heightM?: number | null;
  readonly weightKg?: number | null;
}

/** One number of one analysis; its value is null where it was withheld. */
export type HistoryMetric = Pick<MetricDetails, 'id' | 'side' | 'value' | 'halfWidth' | 'unit'>;

/** A finished analysis of a subject; without metrics where it was made before these were kept. */
export interface HistoryEntry {
  readonly analysisId: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly analysisType: AnalysisType;
  readonly metrics: readonly HistoryMetric[];
}

/** `GET /console/api/subjects/:id/history`: the latest 100 that succeeded, oldest first. */
export type SubjectHistory = readonly HistoryEntry[];
