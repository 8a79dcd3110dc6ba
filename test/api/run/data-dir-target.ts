import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { withStores } from '../../../server/accounts/operator-stores.ts';
import { grantPartnerCredits } from '../../../server/accounts/partner-credits.ts';
import { createPartnerKey, revokePartnerKey, rotatePartnerKey } from '../../../server/accounts/partner-keys.ts';
import { failureReason } from '../../../server/contract/errors.ts';
import type { AnalysisRecord } from '../../../server/store/analysis-record.ts';
import type { AnalysisStore } from '../../../server/store/analysis-store.ts';
import { type AnalysisState, CannotArrange, type Target } from './target.ts';

interface KnownKey {
  readonly keyId: string;
  readonly partner: string;
}

const pollMs = 100;
const longestMs = 180_000;

/**
 * A StrideLab server whose data folder is at hand: the operator's part is done there, as the command line does it.
 * States of unfinished analyses can only be brought about where the server runs none itself (`server idle`).
 */
export class DataDirTarget implements Target {
  readonly url: string;
  readonly dataDir: string;
  readonly #idle: boolean;
  readonly #keys = new Map<string, KnownKey>();

  /** @param idle Whether the server runs no analysis by itself. */
  constructor(url: string, dataDir: string, idle: boolean) {
    this.url = url;
    this.dataDir = dataDir;
    this.#idle = idle;
  }

  somePartner(): Promise<string> {
    return this.newPartner();
  }

  newPartner(): Promise<string> {
    return this.#addKey(`Partner ${randomUUID()}`);
  }

  async grantCredits(key: string, amount: number): Promise<void> {
    await grantPartnerCredits(this.dataDir, this.#known(key).partner, { amount, note: 'for a case' });
  }

  newKey(key: string): Promise<string> {
    return this.#addKey(this.#known(key).partner);
  }

  async revokeKey(key: string): Promise<void> {
    await revokePartnerKey(this.dataDir, this.#known(key).keyId);
  }

  async rotateKey(key: string): Promise<string> {
    const { keyId, partner } = this.#known(key);
    const made = await rotatePartnerKey(this.dataDir, keyId);
    if (made === null) throw new Error('a key that is not in use');
    this.#keys.set(made.key, { keyId: made.keyId, partner });
    return made.key;
  }

  async bringTo(id: string, key: string, state: AnalysisState): Promise<void> {
    if (state.kind === 'done' || (state.kind === 'failed' && state.code === null)) return this.#ended(id, key);
    if (!this.#idle) throw new CannotArrange(`an analysis that is ${state.kind}: it runs them itself`);
    if (state.kind === 'waiting') return;
    await withStores(this.dataDir, async ({ analyses }) => {
      const run = await takeUp(analyses, id);
      if (state.kind === 'running') await analyses.setPercentage(run, state.percentage, Date.now());
      else await analyses.fail(run, failureReason(state.code as 'internal_error'), Date.now());
    });
  }

  async close(): Promise<void> {
    // Not ours to end.
  }

  async #ended(id: string, key: string): Promise<void> {
    for (let waitedMs = 0; waitedMs < longestMs; waitedMs += pollMs) {
      const response = await fetch(`${this.url}/analysis/${id}/results?apiKey=${key}`);
      const { status } = (await response.json()) as { readonly status: string };
      if (status === 'success' || status === 'failed') return;
      await sleep(pollMs);
    }
    throw new Error(`analysis ${id} did not end within ${longestMs / 1000} s`);
  }

  async #addKey(partner: string): Promise<string> {
    const { key, keyId } = await createPartnerKey(this.dataDir, partner);
    this.#keys.set(key, { keyId, partner });
    return key;
  }

  #known(key: string): KnownKey {
    const known = this.#keys.get(key);
    if (known === undefined) throw new Error('a key that was not made here');
    return known;
  }
}

/** Takes one waiting analysis for a run; those before it go back to wait. */
async function takeUp(store: AnalysisStore, id: string): Promise<AnalysisRecord> {
  const others: AnalysisRecord[] = [];
  try {
    for (let record = await store.takeNext(Date.now()); record !== null; record = await store.takeNext(Date.now())) {
      if (record.id === id) return record;
      others.push(record);
    }
  } finally {
    for (const record of others) await store.handBack(record);
  }
  throw new Error(`analysis ${id} does not wait: its file needs \`server idle\``);
}
