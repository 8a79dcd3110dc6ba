import type { FastifyRequest } from 'fastify';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import { HttpError } from './http-error.ts';
import type { ServerContext } from './server-context.ts';

/**
 * The analysis that a request's path names.
 *
 * @throws HttpError `analysis_not_found`, alike for ids that do not exist, are malformed, or are another partner's.
 */
export async function findAnalysis({ analyses }: ServerContext, request: FastifyRequest): Promise<AnalysisRecord> {
  const { analysisId } = request.params as { readonly analysisId: string };
  const record = await analyses.find(request.partnerId, analysisId.toLowerCase());
  if (record === null) throw new HttpError('analysis_not_found');
  return record;
}
