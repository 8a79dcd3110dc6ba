/** Where an analysis is to stand before the next request. */
export type AnalysisState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly percentage: number }
  | { readonly kind: 'done' }
  /** `code` is null for any reason. */
  | { readonly kind: 'failed'; readonly code: string | null };

/**
 * A server that cases are sent to, and its operator: what `given` lines need and the API itself cannot do.
 * Partners are known by any of their keys.
 */
export interface Target {
  /** Base URL without a slash at its end. */
  readonly url: string;
  /** @returns The key of a partner; it may have things of earlier cases. */
  somePartner(): Promise<string>;
  /** @returns The key of a partner that has nothing yet. */
  newPartner(): Promise<string>;
  grantCredits(key: string, amount: number): Promise<void>;
  /** @returns Another key of the same partner. */
  newKey(key: string): Promise<string>;
  revokeKey(key: string): Promise<void>;
  /** @returns The key that takes the old one's place. */
  rotateKey(key: string): Promise<string>;
  /** Brings an analysis that was started to a state, or waits until it is there. */
  bringTo(id: string, key: string, state: AnalysisState): Promise<void>;
  close(): Promise<void>;
}

/** A target cannot bring a state about: the case says nothing of it and is skipped. */
export class CannotArrange extends Error {
  constructor(what: string) {
    super(`this server cannot be made to have ${what}`);
    this.name = 'CannotArrange';
  }
}
