import type { ConsoleAnalysis } from './analyses.ts';

/**
 * The data of every event `analysis` of `GET /console/api/analyses/events` (`text/event-stream`): an analysis of the partner has
 * begun, come further or ended. At the opening every analysis that waits, runs or has just ended is told once. What happens
 * while the connection is down may be missed; asking for the list again tells the rest.
 */
export type AnalysisProgress = Pick<ConsoleAnalysis, 'id' | 'status' | 'percentage'>;
