import { setTimeout as sleep } from 'node:timers/promises';
import { type AnalysisState, CannotArrange, type Target } from './target.ts';

const pollMs = 3000;
const longestMs = 600_000;

/** Any server at all, known by its address and one key. What takes an operator cannot be brought about. */
export class RemoteTarget implements Target {
  readonly url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.url = url.replace(/\/+$/, '');
    this.#key = key;
  }

  async somePartner(): Promise<string> {
    return this.#key;
  }

  async newPartner(): Promise<string> {
    throw new CannotArrange('a new partner');
  }

  async grantCredits(): Promise<void> {
    throw new CannotArrange('a given number of credits');
  }

  async newKey(): Promise<string> {
    throw new CannotArrange('a second key');
  }

  async revokeKey(): Promise<void> {
    throw new CannotArrange('a revoked key');
  }

  async rotateKey(): Promise<string> {
    throw new CannotArrange('a rotated key');
  }

  /** Waits for what comes by itself: an end. */
  async bringTo(id: string, key: string, state: AnalysisState): Promise<void> {
    if (state.kind === 'waiting' || state.kind === 'running')
      throw new CannotArrange(`an analysis that is ${state.kind}`);
    if (state.kind === 'failed' && state.code !== null) throw new CannotArrange(`a failure by ${state.code}`);
    for (let waitedMs = 0; waitedMs < longestMs; waitedMs += pollMs) {
      const response = await fetch(`${this.url}/analysis/${id}/results?apiKey=${key}`);
      const { status } = (await response.json()) as { readonly status: string };
      if (status === 'success' || status === 'failed') return;
      await sleep(pollMs);
    }
    throw new Error(`analysis ${id} did not end within ${longestMs / 1000} s`);
  }

  async close(): Promise<void> {
    // Not ours to end.
  }
}
