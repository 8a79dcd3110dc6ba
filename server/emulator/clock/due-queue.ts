/** Something that is to happen at a moment. */
export interface Due {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** Breaks ties, by the order of texts; what has the same was asked for in the order of `sequence`. */
  readonly tie: string;
  readonly sequence: number;
  readonly act: () => void | Promise<void>;
  cancelled: boolean;
}

/** What is still to happen, the earliest first: a binary heap in which what was called off lies until it comes up. */
export class DueQueue {
  #heap: Due[] = [];
  #cancelled = 0;
  #sequence = 0;

  /** @returns What calls it off. */
  add(atMs: number, act: () => void | Promise<void>, tie = ''): () => void {
    const due: Due = { atMs, tie, sequence: this.#sequence++, act, cancelled: false };
    this.#heap.push(due);
    this.#up(this.#heap.length - 1);
    return () => this.#cancel(due);
  }

  /** The earliest, which stays; null when nothing is left. */
  first(): Due | null {
    while (this.#heap[0]?.cancelled === true) {
      this.#removeFirst();
      this.#cancelled--;
    }
    return this.#heap[0] ?? null;
  }

  /** Takes the earliest out if it is due by then. */
  takeDue(byMs: number): Due | null {
    const first = this.first();
    if (first === null || first.atMs > byMs) return null;
    this.#removeFirst();
    // Taken: calling it off changes nothing any more.
    first.cancelled = true;
    return first;
  }

  #cancel(due: Due): void {
    if (due.cancelled) return;
    due.cancelled = true;
    this.#cancelled++;
    if (this.#cancelled < 64 || this.#cancelled * 2 < this.#heap.length) return;
    this.#heap = this.#heap.filter(({ cancelled }) => !cancelled);
    this.#heap.sort(inOrder);
    this.#cancelled = 0;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#down(0);
  }

  #up(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (inOrder(this.#heap[parent], this.#heap[at]) <= 0) return;
      this.#swap(parent, at);
      at = parent;
    }
  }

  #down(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      const children = [left, left + 1].filter((child) => child < this.#heap.length);
      const least = children.reduce((a, b) => (inOrder(this.#heap[b], this.#heap[a]) < 0 ? b : a), at);
      if (least === at) return;
      this.#swap(least, at);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b], this.#heap[a]];
  }
}

const inOrder = (a: Due, b: Due): number =>
  a.atMs - b.atMs || (a.tie === b.tie ? a.sequence - b.sequence : a.tie < b.tie ? -1 : 1);
