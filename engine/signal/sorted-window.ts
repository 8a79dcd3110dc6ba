/** Some samples kept in order while others take their place, for the median of a window that moves over a signal. */
export class SortedWindow {
  readonly #sorted: Float64Array;
  #count = 0;

  /** @param capacity Most samples that will be held at once. */
  constructor(capacity: number) {
    this.#sorted = new Float64Array(capacity);
  }

  /** Takes a sample in, unless it is NaN. */
  add(value: number): void {
    if (Number.isNaN(value)) return;
    const sorted = this.#sorted;
    let at = this.#count;
    for (; at > 0 && sorted[at - 1] > value; at--) sorted[at] = sorted[at - 1];
    sorted[at] = value;
    this.#count++;
  }

  /** Drops a sample that was taken in. */
  remove(value: number): void {
    if (Number.isNaN(value)) return;
    const sorted = this.#sorted;
    let at = 0;
    while (sorted[at] < value) at++;
    this.#count--;
    for (; at < this.#count; at++) sorted[at] = sorted[at + 1];
  }

  /** NaN when there are no samples. */
  median(): number {
    if (this.#count === 0) return Number.NaN;
    const low = this.#sorted[(this.#count - 1) >> 1];
    return low + 0.5 * (this.#sorted[this.#count >> 1] - low);
  }
}
