import { GuessCounts } from './guess-counts.ts';

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

/** Counts wrong passwords. A guess is counted when it begins, so that many at once are no way around, and taken back when it was right. */
export class GuessLimit {
  readonly #limits: GuessLimits;
  readonly #ofAddresses = new GuessCounts();
  /** In a place of their own: addresses cost nobody anything, and push no name out. */
  readonly #ofNames = new GuessCounts();

  constructor(limits: GuessLimits = defaultGuessLimits) {
    this.#limits = limits;
  }

  /** Counts that are kept. */
  get size(): number {
    return this.#ofAddresses.size + this.#ofNames.size;
  }

  /** @returns Null when the guess may be made, which is counted; else the whole seconds until the next one may. */
  waitS(name: string, address: string, nowMs: number): number | null {
    const counted = this.#countedFor(name, address);
    const ends = counted.flatMap(({ counts, key, allowance }) => {
      const { count, endMs } = counts.of(key, nowMs);
      return count >= allowance.most ? [endMs] : [];
    });
    if (ends.length > 0) return Math.max(1, Math.ceil((Math.max(...ends) - nowMs) / 1000));
    for (const { counts, key, allowance } of counted) counts.add(key, allowance.withinMs, nowMs);
    return null;
  }

  /** Takes a guess back that was right. */
  right(name: string, address: string): void {
    for (const { counts, key } of this.#countedFor(name, address)) counts.takeBack(key);
  }

  #countedFor(name: string, address: string): readonly Counted[] {
    const { pair, address: ofAddress, name: ofName } = this.#limits;
    // No name and no address holds a NUL.
    return [
      { counts: this.#ofAddresses, key: `pair\0${name}\0${address}`, allowance: pair },
      { counts: this.#ofAddresses, key: `address\0${address}`, allowance: ofAddress },
      { counts: this.#ofNames, key: name, allowance: ofName },
    ];
  }
}

interface Counted {
  readonly counts: GuessCounts;
  readonly key: string;
  readonly allowance: Allowance;
}
