import type { ErrorCode } from '../../../engine/errors/catalogue.ts';
import type { Language } from '../../../engine/score/language.ts';
import type { RunnerOptions } from '../../../fixtures/runner/runner-parameters.ts';
import type { failureReasons, HttpErrorName } from '../../contract/errors.ts';
import type { AnalysisType } from '../../contract/schemas/start.ts';

/** How a request is refused. */
export interface Refusal {
  readonly error: HttpErrorName;
  /** Value of `Retry-After`. */
  readonly retryAfterS?: number;
  /** How many requests of a partner are refused before the next one passes; all when left out. */
  readonly times?: number;
}

/** What becomes of the connection: dropped before the answer, or in the middle of it. */
export type ConnectionFault = 'reset' | 'cut';

/** How an analysis goes on, milliseconds from its start. */
export interface Course {
  readonly pendingMs: number;
  readonly durationMs: number;
  /** It stays at this percentage for ever. */
  readonly stuckAt: number | null;
  /** It fails once it has come to this percentage; null when it succeeds. */
  readonly failsAt: number | null;
  readonly reason: ErrorCode | keyof typeof failureReasons;
}

export type MediaFault = 'expired' | 'truncated' | 'missing';

/** What becomes of an analysis's webhook events. */
export type WebhookFault =
  | { readonly kind: 'refused'; readonly attempts: number }
  | { readonly kind: 'duplicated' }
  | { readonly kind: 'out-of-order' }
  | { readonly kind: 'late'; readonly delayMs: number }
  | { readonly kind: 'never' };

export type Gait = 'hop' | 'stick' | 'bounce' | 'push' | 'sit';

/** All that scenarios can bring about; several at once are joined. */
export interface Effects {
  readonly refusal?: Refusal;
  readonly connection?: ConnectionFault;
  readonly latencyMs?: number;
  readonly course?: Partial<Course>;
  readonly view?: AnalysisType;
  readonly language?: Language;
  readonly gait?: Gait;
  readonly runner?: RunnerOptions;
  /** The vendor's documented sample in place of a computed result. */
  readonly documentedSample?: true;
  readonly media?: MediaFault;
  readonly webhook?: WebhookFault;
  /** Credits that the partner has left just before the start. */
  readonly creditsLeft?: number;
}

/** One row of the table of scenarios. */
export interface Scenario {
  /** As it is written; a capital N stands for a whole number. */
  readonly name: string;
  /** What it brings about, as one sentence. */
  readonly what: string;
  readonly effects: Effects | ((n: number) => Effects);
}

/** Scenarios that belong together on the page. */
export interface ScenarioGroup {
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}
