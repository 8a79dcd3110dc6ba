import type { WithheldReason } from '../../../engine/metrics/measured.ts';
import type { Language } from '../../../engine/score/language.ts';
import type {
  BackViewCalculatedDataBody,
  PronationCalculatedDataBody,
} from '../../contract/schemas/back-view-calculated-data.ts';
import type { CalculatedDataBody } from '../../contract/schemas/calculated-data.ts';
import type { BackViewSuccessBody, FailureReason, SuccessBody } from '../../contract/schemas/results.ts';
import type { AnalysisType } from '../../contract/schemas/start.ts';

/** Links that a page of the same origin can show for `link-lifetime`, an hour by default; null where there is no such file. */
export interface ConsoleMedia {
  readonly videoUrl: string | null;
  readonly thumbnailUrl: string | null;
}

/** One analysis: `GET /console/api/analyses/:id`. */
export interface ConsoleAnalysis {
  readonly id: string;
  readonly status: 'pending' | 'analyzing' | 'success' | 'failed';
  /** 0 to 100. */
  readonly percentage: number;
  readonly analysisType: AnalysisType;
  readonly subjectId: string | null;
  /** What the file was called that was sent; null where it is not known. */
  readonly clipName: string | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly heightM: number;
  readonly weightKg: number;
  readonly treadmill: boolean;
  /** `MM:SS` per kilometre, as it was sent. */
  readonly pace: string | null;
  /** Back view only: false for pronation alone. */
  readonly fullBody: boolean;
  readonly language: Language;
  /** Why it failed; null unless it did. */
  readonly reason: FailureReason | null;
  /** Why nothing could be measured; null where something was, unless it succeeded, and of old ones. */
  readonly unmeasured: WithheldReason | null;
  /** Null unless it succeeded. */
  readonly media: ConsoleMedia | null;
}

/** The answer, newest first. */
export interface ConsoleAnalysisList {
  readonly analyses: readonly ConsoleAnalysis[];
  /** Gets the next page; null on the last one. */
  readonly next: string | null;
}

/**
 * The answer 202 of `POST /console/api/analyses`, a multipart form with the fields of `POST /analysis/start`. Refusals are those of
 * the API, such as 402 `insufficient_credits`, 429 `too_many_waiting` and `server_busy` with `Retry-After`.
 */
export interface StartedAnalysis {
  readonly id: string;
}

/** `GET /console/api/analyses/:id/results`: what the API answers to the same; 409 `results_not_ready` before. */
export interface ConsoleResults {
  readonly results: SuccessBody | BackViewSuccessBody;
  readonly calculatedData: CalculatedDataBody | BackViewCalculatedDataBody | PronationCalculatedDataBody;
}
