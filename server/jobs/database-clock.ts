import type { PgPool } from 'bullmq';

/** Clocks that differ by less take no living worker's analysis: a third of a lock's time goes by before it is renewed. */
const skewShare = 0.25;

const question = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms';

/** The clocks of this machine and of the database differ, so that its leases mean nothing to other machines. */
export class ClockDiffersError extends Error {
  /** @param aheadMs By how much this machine's clock is ahead of the database's. */
  constructor(aheadMs: number) {
    const seen = `${Math.round(Math.abs(aheadMs))} ms ${aheadMs < 0 ? 'behind' : 'ahead of'}`;
    super(`the clock of this machine is ${seen} the database's: it takes no analyses until NTP or chrony has set both`);
    this.name = 'ClockDiffersError';
  }
}

/**
 * Holds this machine's clock against the database's. Machines compare their own clocks with each other's leases: one that is wrong
 * by more than a lease takes every analysis from those who run it, or loses all of its own.
 *
 * @throws ClockDiffersError
 */
export async function requireDatabaseClock(pool: PgPool, leaseMs: number): Promise<void> {
  const beganMs = Date.now();
  const { rows } = await pool.query<{ readonly now_ms: number }>(question);
  const endedMs = Date.now();
  const aheadMs = (beganMs + endedMs) / 2 - rows[0].now_ms;
  const uncertaintyMs = Math.abs(endedMs - beganMs) / 2;
  if (Math.abs(aheadMs) > leaseMs * skewShare + uncertaintyMs) throw new ClockDiffersError(aheadMs);
}
