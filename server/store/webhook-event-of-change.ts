import type { AnalysisChange } from './analysis-change.ts';
import type { WebhookEventName } from './webhook-store.ts';

/** Percent between two events that tell of progress. */
const progressStep = 10;

/**
 * What a webhook is to be told of a change; null for nothing. The start is told once, whatever is run again later, and progress
 * only forward, at each tenth.
 *
 * @param toldPercentage The percentage of the last event of the analysis; null when there has been none.
 */
export function eventOfChange(
  { status, percentage }: Pick<AnalysisChange, 'status' | 'percentage'>,
  toldPercentage: number | null,
): WebhookEventName | null {
  if (status === 'success') return 'analysis.completed';
  if (status === 'failed') return 'analysis.failed';
  if (status === 'pending') return null;
  if (toldPercentage === null) return 'analysis.started';
  const tenths = Math.floor(percentage / progressStep);
  return tenths > Math.floor(toldPercentage / progressStep) ? 'analysis.progress' : null;
}
