import type { AnalysisType } from '../contract/schemas/start.ts';

/** How an analysis ended; `open` while it has not. */
export type AnalysisOutcome = 'success' | 'failed' | 'open';

/** How many analyses of one kind a partner started in a month. */
export interface UsageCount {
  /** Calendar month in UTC, such as `2026-03`. */
  readonly month: string;
  readonly analysisType: AnalysisType;
  readonly outcome: AnalysisOutcome;
  readonly analyses: number;
}

/** Counts what was analysed. */
export interface UsageStore {
  /** By month of the start, view and outcome, oldest month first. Kinds that did not occur are left out. */
  byMonth(partnerId: string): Promise<UsageCount[]>;
}
