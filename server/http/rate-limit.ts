/** Counts every partner's requests by the minute. */
export class RateLimit {
  readonly #perMinute: number | null;
  readonly #counts = new Map<string, number>();
  #minute = Number.NaN;

  /** @param perMinute Requests that a partner may send in a minute; null for any number. */
  constructor(perMinute: number | null) {
    this.#perMinute = perMinute;
  }

  /** Counts a request. @returns Null when it may pass, else the whole seconds until the next one may. */
  waitS(partnerId: string, nowMs: number): number | null {
    if (this.#perMinute === null) return null;
    const minute = Math.floor(nowMs / 60_000);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const count = (this.#counts.get(partnerId) ?? 0) + 1;
    this.#counts.set(partnerId, count);
    return count <= this.#perMinute ? null : Math.max(1, Math.ceil(((minute + 1) * 60_000 - nowMs) / 1000));
  }
}
