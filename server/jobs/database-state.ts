import type { PgPool } from 'bullmq';

/** Clocks that differ by less take no living worker's analysis: a third of a lock's time goes by before it is renewed. */
const skewShare = 0.25;

const question = `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms,
  current_setting('transaction_read_only') = 'on' AS is_read_only`;

/** What a machine must know of the database before it works on it. */
export interface DatabaseState {
  /** By how much this machine's clock is ahead of the database's. */
  readonly aheadMs: number;
  readonly uncertaintyMs: number;
  /** Nothing can be written: a standby, or a server that was shut for want of room. */
  readonly isReadOnly: boolean;
}

/** This machine's clock is not the database's, so that its leases mean nothing to other machines. */
export class ClockDiffersError extends Error {
  /** @param aheadMs By how much this machine's clock is ahead of the database's. */
  constructor(aheadMs: number) {
    const seen = `${Math.round(Math.abs(aheadMs))} ms ${aheadMs < 0 ? 'behind' : 'ahead of'}`;
    super(`the clock of this machine is ${seen} the database's: it takes no analyses until NTP or chrony has set both`);
    this.name = 'ClockDiffersError';
  }
}

/** Asks the database for its clock, and whether it may be written to. */
export async function stateOfDatabase(pool: PgPool): Promise<DatabaseState> {
  const beganMs = Date.now();
  const { rows } = await pool.query<{ readonly now_ms: number; readonly is_read_only: boolean }>(question);
  const endedMs = Date.now();
  return {
    aheadMs: (beganMs + endedMs) / 2 - rows[0].now_ms,
    uncertaintyMs: Math.abs(endedMs - beganMs) / 2,
    isReadOnly: rows[0].is_read_only,
  };
}

/** @throws Error with PostgreSQL's own code where nothing can be written. */
export function requireWritableDatabase({ isReadOnly }: DatabaseState): void {
  if (isReadOnly) throw Object.assign(new Error('the database is read-only'), { code: '25006' });
}

/** Whether this machine's leases mean the same to the others. */
export const hasDatabaseClock = ({ aheadMs, uncertaintyMs }: DatabaseState, leaseMs: number): boolean =>
  Math.abs(aheadMs) <= leaseMs * skewShare + uncertaintyMs;

/**
 * Holds this machine's clock against the database's. Machines compare their own clocks with each other's leases: one that is wrong
 * by more than a lease takes every analysis from those who run it, or loses all of its own.
 *
 * @throws ClockDiffersError
 */
export function requireDatabaseClock(state: DatabaseState, leaseMs: number): void {
  if (!hasDatabaseClock(state, leaseMs)) throw new ClockDiffersError(state.aheadMs);
}
