/** Why a queue cannot work. */
export interface QueueFault {
  /** What has it: the store, which is out of reach, the disk, which has no room for what analyses make, or the queue itself. */
  readonly of: 'store' | 'disk' | 'queue';
  readonly error: unknown;
}

/**
 * What brings waiting analyses to those who run them. The record of an analysis is the truth: it is written before the queue hears of
 * it, and a queue that forgets one is told again. A run that the record no longer knows can change nothing.
 */
export interface JobQueue {
  /** Begins to run what waits. */
  start(): void;
  /** Says that an analysis waits. */
  add(analysisId: string): void;
  /**
   * Ends the run of an analysis whose record is gone: in this process at once, in another one at its next heartbeat. What does not
   * wait or run is left alone.
   */
  cancel(analysisId: string): Promise<void>;
  /** How many analyses run here. */
  running(): number;
  /** Why it cannot work at the moment; null when it can. */
  fault(): QueueFault | null;
  /** Takes no more, ends what runs and puts it back to wait. */
  close(): Promise<void>;
}
