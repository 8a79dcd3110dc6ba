import type { Credentials, Person } from './people-store.ts';

/** How long a session lasts, milliseconds. */
export interface SessionLimits {
  /** From its beginning, whatever is done. */
  readonly lifetimeMs: number;
  /** From its last use. */
  readonly idleMs: number;
  /** Sessions that a person may have; the one that was not used for longest ends for another. */
  readonly perPerson: number;
}

export const sessionLimits: SessionLimits = { lifetimeMs: 12 * 3600_000, idleMs: 2 * 3600_000, perPerson: 20 };

/** Somebody who is signed in. Times are milliseconds since 1970. */
export interface Session extends Person {
  readonly expiresAtMs: number;
  readonly usedAtMs: number;
}

/** All that the server asks of its memory of who is signed in. A session is known by the hash of its token alone. */
export interface SessionStore {
  /**
   * Begins a session of somebody who has proven a password.
   *
   * @returns Null when the password was replaced or the person removed meanwhile.
   */
  begin(hash: string, proven: Credentials, nowMs: number): Promise<Session | null>;
  /** Null for one that has ended, ran out or never was. */
  find(hash: string, nowMs: number): Promise<Session | null>;
  /** Notes that a session is used. */
  use(hash: string, nowMs: number): Promise<void>;
  end(hash: string): Promise<void>;
  /** Deletes sessions that ran out. */
  forgetExpired(nowMs: number): Promise<void>;
}
