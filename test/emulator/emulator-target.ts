import type { Emulator } from '../../server/emulator/emulator.ts';
import type { EmulatorOptions } from '../../server/emulator/options.ts';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import type { AnswerWatcher } from '../../server/http/watch-answers.ts';
import type { AnalysisState, Target } from '../api/run/target.ts';

/** What each word of a `server` line sets. */
const serverWords: Readonly<Record<string, EmulatorOptions>> = {
  idle: { idle: true },
  'without-reasons': { tellReasons: false },
  'keep-credits': { keepCreditsOfFailed: true },
  'three-a-minute': { requestsPerMinute: 3 },
  'with-http-webhooks': { webhookAddresses: 'http' },
  'with-loopback-webhooks': { webhookAddresses: 'local' },
  'with-expired-links': { linkLifetimeS: 0 },
  'with-public-url': { publicUrl: 'https://runs.example.com/gait/' },
};

/** An emulator that judges keys and webhook addresses as the real server does, for one file of cases. */
export class EmulatorTarget implements Target {
  readonly url: string;
  readonly #emulator: Emulator;
  #partners = 0;

  private constructor(emulator: Emulator) {
    this.#emulator = emulator;
    this.url = emulator.url;
  }

  /** @throws Error for a word that is not known. */
  static async start(words: readonly string[], watcher?: AnswerWatcher): Promise<EmulatorTarget> {
    const unknown = words.find((word) => !Object.hasOwn(serverWords, word));
    if (unknown !== undefined) throw new Error(`\`server ${unknown}\` is not understood`);
    const asReal: EmulatorOptions = { keys: 'known', webhookAddresses: 'public' };
    return new EmulatorTarget(
      await startEmulator(Object.assign({}, asReal, ...words.map((word) => serverWords[word])), watcher),
    );
  }

  somePartner(): Promise<string> {
    return this.newPartner();
  }

  async newPartner(): Promise<string> {
    return (await this.#emulator.addPartner(`Partner ${this.#partners++}`)).key;
  }

  async grantCredits(key: string, amount: number): Promise<void> {
    await this.#emulator.grantCredits(amount, key);
  }

  async newKey(key: string): Promise<string> {
    return (await this.#emulator.addKey(key)).key;
  }

  async revokeKey(key: string): Promise<void> {
    await this.#emulator.revokeKey(key);
  }

  async rotateKey(key: string): Promise<string> {
    const made = await this.#emulator.rotateKey(key);
    if (made === null) throw new Error('a key that is not in use');
    return made.key;
  }

  async bringTo(id: string, _key: string, state: AnalysisState): Promise<void> {
    if (state.kind === 'waiting') return;
    const forced = await this.#emulator.bringTo(id, this.#stateOf(state));
    if (!forced) throw new Error(`analysis ${id} cannot be brought to ${JSON.stringify(state)}`);
  }

  async close(): Promise<void> {
    await this.#emulator.close();
  }

  /** What would make a real analysis fail is in the clip, which is not looked at here: nobody in it. */
  #stateOf(state: Exclude<AnalysisState, { kind: 'waiting' }>): Parameters<Emulator['bringTo']>[1] {
    if (state.kind === 'running') return { status: 'analyzing', percentage: state.percentage };
    if (state.kind === 'done') return { status: 'success' };
    const reason = state.code ?? 'no_person';
    return { status: 'failed', reason: reason as 'no_person' };
  }
}
