import type { WithheldReason } from '../../engine/metrics/measured.ts';
import type { Language } from '../../engine/score/language.ts';
import type { AnalysisBodies } from '../contract/analysis-bodies.ts';
import type { FailureReason } from '../contract/schemas/results.ts';
import type { AnalysisType } from '../contract/schemas/start.ts';

export type AnalysisStatus = 'pending' | 'analyzing' | 'success' | 'failed';

/** What a partner asked for. */
export interface NewAnalysis {
  readonly id: string;
  readonly partnerId: string;
  readonly analysisType: AnalysisType;
  readonly subjectId: string | null;
  readonly heightM: number;
  readonly weightKg: number;
  /** As sent, `MM:SS` per kilometre. */
  readonly pace: string | null;
  readonly language: Language;
  readonly treadmill: boolean;
  readonly fullBody: boolean;
  readonly notifyViaWebhook: boolean;
  /** File name of the video in the data folder's uploads. */
  readonly uploadName: string;
  /** What the client calls its file, for people to tell analyses apart, and for nothing else; null of old ones, and where it says none. */
  readonly clipName: string | null;
  /** Of the request that asked for it, for logs; null of old ones. */
  readonly requestId: string | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** What a finished analysis leaves behind, as the API's bodies. */
export type AnalysisResult = AnalysisBodies;

/** One analysis as it stands. */
export interface AnalysisRecord extends NewAnalysis {
  readonly status: AnalysisStatus;
  readonly percentage: number;
  /** Counts the runs; a run may only write to the record while this is still its own number. */
  readonly attempt: number;
  /** Present exactly when the status is `failed`. */
  readonly reason: FailureReason | null;
  /** Of a success why nothing could be measured; null where something was, and of old ones. */
  readonly unmeasured: WithheldReason | null;
  /** Present exactly when the status is `success`. */
  readonly result: AnalysisResult | null;
}

/** An analysis as it is listed. */
export type AnalysisSummary = Pick<
  AnalysisRecord,
  'id' | 'analysisType' | 'status' | 'percentage' | 'subjectId' | 'createdAtMs'
>;
