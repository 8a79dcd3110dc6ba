import type { ConnectionLimits } from './connection-limit.ts';

/** How long requests may take to arrive, and how much of the server one client may hold. */
export interface HttpLimits {
  /** Of a whole request: a video over a slow line. */
  readonly requestTimeoutMs: number;
  /** Of a request's headers. */
  readonly headersTimeoutMs: number;
  /** How long a connection may be open between two requests. */
  readonly keepAliveTimeoutMs: number;
  readonly connections: ConnectionLimits;
  /** Requests of one connection that may be without their whole answer. */
  readonly openRequests: number;
  /** How long an answer may stand still because nobody reads it. */
  readonly unreadMs: number;
}

export const defaultHttpLimits: HttpLimits = {
  requestTimeoutMs: 300_000,
  headersTimeoutMs: 20_000,
  keepAliveTimeoutMs: 72_000,
  connections: { all: 2000, perAddress: 200 },
  openRequests: 8,
  unreadMs: 60_000,
};
