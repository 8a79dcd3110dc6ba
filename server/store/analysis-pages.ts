import type { AnalysisRecord, AnalysisSummary } from './analysis-record.ts';

/** An analysis as it is shown, without what came out. */
export type ShownAnalysis = Omit<AnalysisRecord, 'result' | 'uploadName' | 'requestId' | 'notifyViaWebhook'>;

/** Which of a partner's analyses are shown. */
export interface PageRequest {
  /** Those of one subject alone; null for all. */
  readonly subjectId: string | null;
  readonly limit: number;
  /** Id of the analysis that the page comes after; null for the first page. One that nothing has comes before nothing. */
  readonly before: string | null;
}

/** One page of a partner's list. */
export interface ListedPage {
  readonly analyses: readonly AnalysisSummary[];
  /** What the next page comes after; null where there is no more. */
  readonly next: string | null;
}

/** How far an analysis is. */
export type AnalysisProgressRow = Pick<ShownAnalysis, 'id' | 'status' | 'percentage'>;

/** Reads a partner's analyses piece by piece. */
export interface AnalysisPages {
  /** Newest first, without deleted ones. */
  page(partnerId: string, request: PageRequest): Promise<ShownAnalysis[]>;
  /**
   * How far analyses are that wait or run, and those that have ended of some ids or were added at a time or later, each once and in no
   * order.
   */
  progress(partnerId: string, ids: readonly string[], sinceMs: number): Promise<AnalysisProgressRow[]>;
  /** The latest of a subject that succeeded, newest first. */
  succeeded(partnerId: string, subjectId: string, limit: number): Promise<ShownAnalysis[]>;
}
