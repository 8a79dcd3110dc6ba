import { Turnstile } from '../http/turnstile.ts';
import type { Resolve, ResolvedAddress } from './guarded-agent.ts';

/** How long a name whose lookup failed slowly, and took a place for that long, is not looked up again. */
const slowFailureKeptMs = 60_000;
/** The same of one that failed quickly, which may be this machine's passing fault: less than before an event's first retry. */
const quickFailureKeptMs = 4000;
/** What takes longer is looked up behind the others from then on. */
const slowMs = 1000;
/** Names of which anything is remembered; the longest known one goes first. */
const mostKnown = 1000;

/** What is remembered of a name that was not found, or not soon. */
interface Known {
  readonly isSlow: boolean;
  readonly failure: { readonly error: unknown; readonly untilMs: number } | null;
}

/**
 * Looks names up so that none keeps the others waiting. The system looks up very few at a time, and ends none that nobody waits for any
 * more: a name whose servers are dead would take all of its places. Here each name is looked up once at a time, a failure that
 * was slow holds for a minute, and slow names have one place together. No address is remembered.
 */
export class NameLookups {
  readonly #resolve: Resolve;
  readonly #nowMs: () => number;
  readonly #underWay = new Map<string, Promise<readonly ResolvedAddress[]>>();
  readonly #known = new Map<string, Known>();
  readonly #slowPlace = new Turnstile(1);

  /** @param nowMs By a clock that nobody sets. */
  constructor(resolve: Resolve, nowMs: () => number = () => performance.now()) {
    this.#resolve = resolve;
    this.#nowMs = nowMs;
  }

  readonly find: Resolve = async (host) => {
    const name = host.toLowerCase();
    const known = this.#known.get(name);
    if (known?.failure && this.#nowMs() < known.failure.untilMs) throw known.failure.error;
    const begun = this.#underWay.get(name);
    if (begun !== undefined) return begun;
    const ask = (): Promise<readonly ResolvedAddress[]> => this.#ask(name);
    const lookup = (known?.isSlow ? this.#slowPlace.run(ask) : ask()).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, lookup);
    return lookup;
  };

  async #ask(name: string): Promise<readonly ResolvedAddress[]> {
    const beganMs = this.#nowMs();
    const isSlow = (): boolean => this.#nowMs() - beganMs > slowMs;
    try {
      const found = await this.#resolve(name);
      this.#remember(name, isSlow() ? { isSlow: true, failure: null } : null);
      return found;
    } catch (error) {
      const wasSlow = isSlow();
      const untilMs = this.#nowMs() + (wasSlow ? slowFailureKeptMs : quickFailureKeptMs);
      this.#remember(name, { isSlow: wasSlow, failure: { error, untilMs } });
      throw error;
    }
  }

  #remember(name: string, known: Known | null): void {
    this.#known.delete(name);
    if (known === null) return;
    this.#known.set(name, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest);
  }
}
