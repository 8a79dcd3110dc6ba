import type { FastifyBaseLogger } from 'fastify';
import { PeriodicTask } from '../periodic-task.ts';
import type { SessionStore } from './session-store.ts';

export interface ExpiredSessionSweepOptions {
  readonly sessions: Pick<SessionStore, 'forgetExpired'>;
  readonly now: () => number;
  readonly logger: Pick<FastifyBaseLogger, 'error'>;
}

/** Deletes sessions that ran out, every hour. */
export const expiredSessionSweep = ({ sessions, now, logger }: ExpiredSessionSweepOptions): PeriodicTask =>
  new PeriodicTask({
    periodMs: 3600_000,
    atOnce: true,
    act: () => sessions.forgetExpired(now()),
    complaint: 'sessions that ran out could not be deleted',
    logger,
  });
