import type { FailureReason } from '../contract/schemas/results.ts';
import type { ListedPage, PageRequest } from './analysis-pages.ts';
import type { AnalysisRecord, AnalysisResult, NewAnalysis } from './analysis-record.ts';

/** The run that a change belongs to. A change for a run that is no longer the record's own is dropped. */
export interface Run {
  readonly id: string;
  readonly attempt: number;
}

/** How many runs of an analysis may be lost, and why it fails once so many were. */
export interface LostRuns {
  readonly most: number;
  readonly reason: FailureReason;
  /** Told of the upload of each analysis that has failed so, once that is kept. */
  readonly onGivenUp?: (uploadName: string) => void;
}

/** How many analyses wait. */
export interface Waiting {
  readonly ofPartner: number;
  readonly all: number;
}

/** An analysis that waits or runs, and its place in the fair order: the lower the turn, the sooner it is taken. */
export interface OpenAnalysis {
  readonly id: string;
  readonly turn: number;
}

/** Whose an analysis is. */
export interface Owned {
  readonly partnerId: string;
  /** Its last run; of a success the one whose files are shown. */
  readonly attempt: number;
}

/** All that the server asks of its memory of analyses. Every method has committed to disk when it resolves. */
export interface AnalysisStore {
  /** Adds an analysis that waits, and takes one credit of its partner with it; neither when the partner has none left. */
  add(analysis: NewAnalysis): Promise<'added' | 'insufficient_credits'>;
  /** An analysis of one partner; null when there is none, or when it is another partner's. */
  find(partnerId: string, id: string): Promise<AnalysisRecord | null>;
  /** A partner's analyses, newest first, some at a time: all, or those that were started for a subject, whether or not it still exists. */
  list(partnerId: string, request: PageRequest): Promise<ListedPage>;
  /** Whose an analysis is, and its last run; null where there is none. */
  ownerOf(id: string): Promise<Owned | null>;
  /**
   * Takes the next waiting analysis for a new run, or null when none waits. Partners take turns: of each the longest waiting
   * one is taken before a second of any (start-time fair queueing, Goyal et al. 1996, every analysis of the same weight).
   *
   * @param leaseUntilMs When the run counts as lost unless it is renewed; never by default.
   */
  takeNext(nowMs: number, leaseUntilMs?: number): Promise<AnalysisRecord | null>;
  /**
   * Takes an analysis that somebody else has chosen. Null when it has ended, does not exist, or runs: unless `lost` is given, then
   * the run under way is lost, and the analysis is taken over, or fails after too many.
   */
  take(id: string, nowMs: number, lost?: LostRuns): Promise<AnalysisRecord | null>;
  /** Puts the end of a run's lease off. @returns False when the run is no longer the record's own. */
  renew(run: Run, leaseUntilMs: number): Promise<boolean>;
  /** Whether the run is still the record's own. */
  holds(run: Run): Promise<boolean>;
  /** Puts back to wait what runs with a lease that has ended, or fails it after too many lost runs. @returns How many it put back. */
  takeBackExpired(lost: LostRuns, nowMs: number): Promise<number>;
  waiting(partnerId: string): Promise<Waiting>;
  /** All that waits or runs, or one of them, in the order of taking. */
  open(id?: string): Promise<OpenAnalysis[]>;
  /** @returns False when the run is no longer the record's own. */
  setPercentage(run: Run, percentage: number, nowMs: number): Promise<boolean>;
  /** @returns False when the run is no longer the record's own. */
  succeed(run: Run, result: AnalysisResult, nowMs: number): Promise<boolean>;
  /**
   * Whether it is this run that the analysis succeeded with. A run whose `succeed` was cut off asks before it removes its files: what
   * was cut off may have been kept.
   */
  hasSucceeded(run: Run): Promise<boolean>;
  /** Ends the run, and returns the credit that was taken. @returns False when the run is no longer the record's own. */
  fail(run: Run, reason: FailureReason, nowMs: number): Promise<boolean>;
  /** Puts an analysis back to wait; it is not charged again. @returns False when the run is no longer the record's own. */
  handBack(run: Run): Promise<boolean>;
  /**
   * After a crash: puts what was running back to wait; what was running in `maxCrashes` crashes fails instead.
   *
   * @returns The number of analyses put back.
   */
  recover(maxCrashes: number, reason: FailureReason, nowMs: number): Promise<number>;
  /**
   * Deletes an analysis with all that is known of its runner, its webhook events too, so that it is unknown from then on; that there
   * was one is still counted. What waits or runs ends, and its credit is returned.
   *
   * @param partnerId Whose it must be; null for anybody's.
   * @returns The name of its upload; null when there is no such analysis.
   */
  erase(id: string, partnerId: string | null, nowMs: number): Promise<string | null>;
  /** Ids of analyses that were started before a moment, oldest first. */
  startedBefore(beforeMs: number, most: number): Promise<string[]>;
  /** Ids of the analyses that were started for a subject, whether or not it still exists, oldest first. */
  idsOfSubject(subjectId: string): Promise<string[]>;
  /** Those among names of uploads that are still needed. */
  uploadsInUse(names: readonly string[]): Promise<ReadonlySet<string>>;
  /** The runs whose files are kept among those of some analyses, by their ids: of those that succeeded, and those that run. */
  runsWithMedia(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
