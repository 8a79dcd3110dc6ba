/** Entries that are kept of each kind and key; the oldest go first. */
const mostKept = 10_000;
const defaultTimeoutMs = 5000;

/** Which entries are meant: those whose fields have these values. */
export type Filter<T> = Partial<T> | ((entry: T) => boolean);

export interface KeptLog<T> {
  readonly entries: readonly T[];
  readonly count: number;
}

/** Entries in order, to be looked through and waited for. */
export class Log<T extends { readonly sequence: number }> {
  #entries: T[] = [];
  #count = 0;
  readonly #onAdd = new Set<(entry: T) => void>();

  /** The number of the next entry. */
  nextSequence(): number {
    return ++this.#count;
  }

  /** Adds an entry; one that began earlier takes its place before those that began later. */
  add(entry: T): void {
    let at = this.#entries.length;
    while (at > 0 && this.#entries[at - 1].sequence > entry.sequence) at--;
    if (at === this.#entries.length) this.#entries.push(entry);
    else this.#entries.splice(at, 0, entry);
    if (this.#entries.length >= 2 * mostKept) this.#entries = this.#entries.slice(-mostKept);
    for (const tell of [...this.#onAdd]) tell(entry);
  }

  list(filter: Filter<T> = {}): T[] {
    return this.#entries.filter(matcher(filter));
  }

  /**
   * The first entry that matches, or that comes to match within the time.
   *
   * @throws Error when none has come.
   */
  waitFor(filter: Filter<T>, timeoutMs = defaultTimeoutMs): Promise<T> {
    const matches = matcher(filter);
    const there = this.#entries.find(matches);
    if (there !== undefined) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      const look = (entry: T): void => {
        // A filter of the caller's own that fails is the caller's to hear of, not that of whoever adds the entry.
        try {
          if (!matches(entry)) return;
          resolve(entry);
        } catch (error) {
          reject(error);
        }
        clearTimeout(timer);
        this.#onAdd.delete(look);
      };
      const timer = setTimeout(() => {
        this.#onAdd.delete(look);
        reject(new Error(`nothing has come within ${timeoutMs} ms that matches ${JSON.stringify(filter)}`));
      }, timeoutMs);
      this.#onAdd.add(look);
    });
  }

  clear(): void {
    this.#entries = [];
  }

  keep(): KeptLog<T> {
    return { entries: [...this.#entries], count: this.#count };
  }

  restore({ entries, count }: KeptLog<T>): void {
    this.#entries = [...entries];
    this.#count = count;
  }
}

function matcher<T>(filter: Filter<T>): (entry: T) => boolean {
  if (typeof filter === 'function') return filter;
  const wanted = Object.entries(filter) as [keyof T, unknown][];
  return (entry) => wanted.every(([name, value]) => entry[name] === value);
}
