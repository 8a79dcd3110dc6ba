import type { ConsoleAnalysis } from './analyses.ts';

/**
 * The data of every event `analysis` of `GET /console/api/analyses/events` (`text/event-stream`): an analysis of the partner has
 * begun, come further or ended. At the opening every analysis that waits or runs is told once. Events may be missed while the
 * connection is down; asking for the list again tells the rest.
 */
export type AnalysisProgress = Pick<ConsoleAnalysis, 'id' | 'status' | 'percentage'>;
