import type { AnalysisRecord } from '../store/analysis-record.ts';
import { HttpError } from './http-error.ts';
import type { ServerContext } from './server-context.ts';

/** Whose analysis a path names. */
export interface NamedAnalysis {
  readonly partnerId: string;
  readonly params: { readonly analysis_id: string };
}

/**
 * The analysis that a request's path names.
 *
 * @throws HttpError `analysis_not_found`, alike for ids that do not exist, are malformed, or are another partner's.
 */
export async function findAnalysis(
  { analyses }: ServerContext,
  { partnerId, params }: NamedAnalysis,
): Promise<AnalysisRecord> {
  const record = await analyses.find(partnerId, params.analysis_id.toLowerCase());
  if (record === null) throw new HttpError('analysis_not_found');
  return record;
}

/**
 * The same, of an analysis that has succeeded.
 *
 * @throws HttpError `results_not_ready` before the end, `results_not_available` of one that failed.
 */
export async function findFinished(
  context: ServerContext,
  named: NamedAnalysis,
): Promise<AnalysisRecord & { readonly result: NonNullable<AnalysisRecord['result']> }> {
  const record = await findAnalysis(context, named);
  const { status, result } = record;
  if (result === null) throw new HttpError(status === 'failed' ? 'results_not_available' : 'results_not_ready');
  return { ...record, result };
}
