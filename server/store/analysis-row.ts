import type { WithheldReason } from '../../engine/metrics/measured.ts';
import type { Language } from '../../engine/score/language.ts';
import type { AnalysisType } from '../contract/schemas/start.ts';
import type { AnalysisRecord, AnalysisResult, AnalysisStatus } from './analysis-record.ts';

/** A row of the table `analyses`. */
export interface AnalysisRow {
  readonly id: string;
  readonly partner_id: string;
  readonly analysis_type: AnalysisType;
  readonly subject_id: string | null;
  readonly height_m: number;
  readonly weight_kg: number;
  readonly pace: string | null;
  readonly language: Language;
  readonly treadmill: number;
  readonly full_body: number;
  readonly notify_via_webhook: number;
  readonly upload_name: string;
  readonly status: AnalysisStatus;
  readonly percentage: number;
  readonly attempt: number;
  /** Runs that were lost with the process that had them. */
  readonly crashes: number;
  readonly reason_code: string | null;
  readonly reason_message: string | null;
  readonly result: string | null;
  readonly unmeasured: WithheldReason | null;
  readonly clip_name: string | null;
  readonly request_id: string | null;
  readonly created_at: number;
}

/** A row as the rest of the server knows it. */
export function recordOfRow(row: AnalysisRow): AnalysisRecord {
  const { reason_code: code, reason_message: message } = row;
  return {
    id: row.id,
    partnerId: row.partner_id,
    analysisType: row.analysis_type,
    subjectId: row.subject_id,
    heightM: row.height_m,
    weightKg: row.weight_kg,
    pace: row.pace,
    language: row.language,
    treadmill: row.treadmill === 1,
    fullBody: row.full_body === 1,
    notifyViaWebhook: row.notify_via_webhook === 1,
    uploadName: row.upload_name,
    clipName: row.clip_name,
    requestId: row.request_id,
    createdAtMs: row.created_at,
    status: row.status,
    percentage: row.percentage,
    attempt: row.attempt,
    reason: code === null || message === null ? null : { code, message },
    unmeasured: row.unmeasured,
    result: row.result === null ? null : (JSON.parse(row.result) as AnalysisResult),
  };
}
