import type { Chosen } from '../scenarios/find-scenario.ts';

/** Faults that come by chance, the same at every run with the same seed. Shares are from 0 to 1. */
export interface FaultRule {
  /** Every answer comes so many milliseconds later, give or take the jitter. */
  readonly latencyMs: number;
  readonly jitterMs: number;
  /** Share of requests whose connection is reset. */
  readonly resetShare: number;
  /** Share of requests that are answered 500. */
  readonly errorShare: number;
  /** Share of requests that are answered 429 with `Retry-After: 1`. */
  readonly rateLimitShare: number;
  /** Operations that it holds for, by their ids; all when empty. */
  readonly operations: readonly string[];
}

export const noFaults: FaultRule = {
  latencyMs: 0,
  jitterMs: 0,
  resetShare: 0,
  errorShare: 0,
  rateLimitShare: 0,
  operations: [],
};

/** How a world behaves as long as nobody says otherwise. */
export interface Behaviour {
  /** For requests that choose no scenario. */
  readonly scenario: Chosen;
  readonly strict: boolean;
  readonly pollMs: number;
  readonly faults: FaultRule;
}
