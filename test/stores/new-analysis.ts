import { withheldMetrics } from '../../engine/metrics/withheld-metrics.ts';
import { toAnalysisBodies } from '../../server/contract/analysis-bodies.ts';
import type { AnalysisRecord, AnalysisResult, NewAnalysis } from '../../server/store/analysis-record.ts';
import { sampleAnalysis } from '../support/sample-analysis.ts';

/** An analysis that a partner asks for. */
export const newAnalysis = (id: string, partnerId: string, changes: Partial<NewAnalysis> = {}): NewAnalysis => ({
  id,
  partnerId,
  analysisType: 'side_view',
  subjectId: null,
  heightM: 1.78,
  weightKg: 70,
  pace: '05:30',
  language: 'fr',
  treadmill: true,
  fullBody: true,
  notifyViaWebhook: false,
  uploadName: `upload-${id}`,
  clipName: `${id}.mp4`,
  requestId: `request-${id}`,
  createdAtMs: 1,
  ...changes,
});

/** One whose first attempt has begun. */
export const begunAnalysis = (id: string, partnerId: string) =>
  ({
    ...newAnalysis(id, partnerId),
    status: 'analyzing',
    percentage: 0,
    attempt: 1,
    reason: null,
    unmeasured: null,
    result: null,
  }) satisfies AnalysisRecord;

/** What a finished analysis leaves behind. */
export const someResult = (): AnalysisResult => toAnalysisBodies(sampleAnalysis());

/** The same where nothing could be measured. */
export const emptyResult = (): AnalysisResult =>
  toAnalysisBodies({ ...sampleAnalysis(), metrics: withheldMetrics('wrong_view') });

export const someReason = { code: 'no_person', message: 'No person was found' };
