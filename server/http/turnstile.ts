/** Lets a few through at a time: of each who waits one after the other, in the order of their coming. */
export class Turnstile {
  /** Work that waits, by whose it is; who comes first is next. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  /** Does the work once a place is free. @param whose Whoever's it is waits for one of each other's at most; all work is one's by default. */
  async run<T>(work: () => Promise<T>, whose = ''): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#line(whose).push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#next();
      if (next === undefined) this.#free++;
      else next();
    }
  }

  #line(whose: string): (() => void)[] {
    const line = this.#waiting.get(whose) ?? [];
    this.#waiting.set(whose, line);
    return line;
  }

  /** Whoever has had a turn waits behind the others. */
  #next(): (() => void) | undefined {
    for (const [whose, line] of this.#waiting) {
      this.#waiting.delete(whose);
      const next = line.shift();
      if (line.length > 0) this.#waiting.set(whose, line);
      return next;
    }
    return undefined;
  }
}
