/** Counts that are kept, at most. */
const mostCounts = 20_000;
/** From here on a count is not given up for others: who could have it forgotten would guess anew. */
const keptFrom = 5;
/** Counts that are looked at for one to be given up. */
const mostLooks = 1000;

interface Count {
  readonly count: number;
  readonly endMs: number;
}

/** Guesses by what they are counted for. Where there are too many, low ones go first that were not added to for longest. */
export class GuessCounts {
  readonly #counts = new Map<string, Count>();

  get size(): number {
    return this.#counts.size;
  }

  /** What is counted, and until when; nothing where the time has run out. */
  of(key: string, nowMs: number): Count {
    const counted = this.#counts.get(key);
    if (counted !== undefined && counted.endMs > nowMs) return counted;
    this.#counts.delete(key);
    return { count: 0, endMs: nowMs };
  }

  /** @param withinMs How long it counts from the first one on. */
  add(key: string, withinMs: number, nowMs: number): void {
    const { count, endMs } = this.of(key, nowMs);
    this.#set(key, { count: count + 1, endMs: count === 0 ? nowMs + withinMs : endMs });
    if (this.#counts.size > mostCounts) this.#giveUpOne(nowMs);
  }

  takeBack(key: string): void {
    const counted = this.#counts.get(key);
    if (counted === undefined) return;
    if (counted.count <= 1) this.#counts.delete(key);
    else this.#counts.set(key, { ...counted, count: counted.count - 1 });
  }

  /** Puts a count behind all others. */
  #set(key: string, count: Count): void {
    this.#counts.delete(key);
    this.#counts.set(key, count);
  }

  #giveUpOne(nowMs: number): void {
    let looks = 0;
    for (const [key, counted] of this.#counts) {
      if (++looks > mostLooks) break;
      if (counted.count < keptFrom || counted.endMs <= nowMs) {
        this.#counts.delete(key);
        return;
      }
      this.#set(key, counted);
    }
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
