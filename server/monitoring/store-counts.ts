import { firstOf, type SqlDatabase } from '../store/sql-database.ts';

/** What the store tells of itself as a whole. */
export interface StoreCounts {
  readonly pending: number;
  readonly analyzing: number;
  /** Age of the analysis that has waited longest, seconds; 0 where none waits. */
  readonly oldestWaitingS: number;
  readonly events: { readonly waiting: number; readonly dead: number };
  /** Of all metered partners together. */
  readonly creditsBalance: number;
  readonly partnersWithoutCredits: number;
}

interface StateRow {
  readonly state: string;
  readonly many: number;
  readonly oldest: number | null;
}

interface CreditRow {
  readonly balance: number | null;
  readonly broke: number | null;
}

const open = `SELECT status AS state, COUNT(*) AS many, MIN(created_at) AS oldest FROM analyses
  WHERE status IN ('pending', 'analyzing') GROUP BY status`;
const events = `SELECT state, COUNT(*) AS many, NULL AS oldest FROM webhook_events
  WHERE state IN ('waiting', 'dead') GROUP BY state`;
const credits = `SELECT SUM(balance) AS balance, SUM(CASE WHEN balance = 0 THEN 1 ELSE 0 END) AS broke
  FROM partners WHERE metered = 1`;

/** Counts what waits, runs and is dead. */
export async function countStore(database: Pick<SqlDatabase, 'query'>, nowMs: number): Promise<StoreCounts> {
  const states = await database.query<StateRow>(open);
  const eventStates = await database.query<StateRow>(events);
  const credit = firstOf(await database.query<CreditRow>(credits));
  const oldest = rowOf(states, 'pending')?.oldest ?? nowMs;
  return {
    pending: rowOf(states, 'pending')?.many ?? 0,
    analyzing: rowOf(states, 'analyzing')?.many ?? 0,
    oldestWaitingS: Math.max(0, nowMs - oldest) / 1000,
    events: { waiting: rowOf(eventStates, 'waiting')?.many ?? 0, dead: rowOf(eventStates, 'dead')?.many ?? 0 },
    creditsBalance: credit?.balance ?? 0,
    partnersWithoutCredits: credit?.broke ?? 0,
  };
}

const rowOf = (rows: readonly StateRow[], state: string): StateRow | undefined =>
  rows.find((row) => row.state === state);
