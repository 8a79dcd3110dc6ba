interface Count {
  count: number;
  readonly endMs: number;
}

/** So many wrong passwords within so long. */
export interface Allowance {
  readonly most: number;
  readonly withinMs: number;
}

export interface GuessLimits {
  /** Of one name from one address. */
  readonly pair: Allowance;
  /** Of one address, whatever the name. */
  readonly address: Allowance;
  /** Of one name, from wherever. */
  readonly name: Allowance;
}

const minuteMs = 60_000;

const defaultGuessLimits: GuessLimits = {
  pair: { most: 5, withinMs: 15 * minuteMs },
  address: { most: 50, withinMs: 15 * minuteMs },
  name: { most: 100, withinMs: 60 * minuteMs },
};

/** Counts that are kept, at most; the oldest go first. */
const mostCounts = 20_000;

/** Counts wrong passwords. A guess is counted when it begins, so that many at once are no way around, and taken back when it was right. */
export class GuessLimit {
  readonly #limits: GuessLimits;
  readonly #counts = new Map<string, Count>();

  constructor(limits: GuessLimits = defaultGuessLimits) {
    this.#limits = limits;
  }

  /** Counts that are kept. */
  get size(): number {
    return this.#counts.size;
  }

  /** @returns Null when the guess may be made, which is counted; else the whole seconds until the next one may. */
  waitS(name: string, address: string, nowMs: number): number | null {
    const keys = this.#keysOf(name, address);
    const full = keys.filter(([key, { most }]) => (this.#running(key, nowMs)?.count ?? 0) >= most);
    if (full.length > 0) {
      const endMs = Math.max(...full.map(([key]) => this.#counts.get(key)?.endMs ?? nowMs));
      return Math.max(1, Math.ceil((endMs - nowMs) / 1000));
    }
    for (const [key, { withinMs }] of keys) {
      const counted = this.#running(key, nowMs);
      if (counted === null) this.#add(key, { count: 1, endMs: nowMs + withinMs });
      else counted.count++;
    }
    return null;
  }

  /** Takes a guess back that was right. */
  right(name: string, address: string): void {
    for (const [key] of this.#keysOf(name, address)) {
      const counted = this.#counts.get(key);
      if (counted === undefined) continue;
      counted.count--;
      if (counted.count <= 0) this.#counts.delete(key);
    }
  }

  #keysOf(name: string, address: string): readonly (readonly [string, Allowance])[] {
    const { pair, address: ofAddress, name: ofName } = this.#limits;
    // No name and no address holds a NUL.
    return [
      [`pair\0${name}\0${address}`, pair],
      [`address\0${address}`, ofAddress],
      [`name\0${name}`, ofName],
    ];
  }

  /** A count whose time has not run out; null where there is none. */
  #running(key: string, nowMs: number): Count | null {
    const counted = this.#counts.get(key);
    if (counted === undefined) return null;
    if (counted.endMs > nowMs) return counted;
    this.#counts.delete(key);
    return null;
  }

  #add(key: string, count: Count): void {
    this.#counts.set(key, count);
    if (this.#counts.size <= mostCounts) return;
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
