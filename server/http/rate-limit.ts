interface MinuteCount {
  readonly minute: number;
  count: number;
}

/** Counts every partner's requests by the minute. */
export class RateLimit {
  readonly #perMinute: number | null;
  /** Of each partner's latest minute: an emulator's partners do not live at one time. */
  readonly #counts = new Map<string, MinuteCount>();

  /** @param perMinute Requests that a partner may send in a minute; null for any number. */
  constructor(perMinute: number | null) {
    this.#perMinute = perMinute;
  }

  /** Counts a request. @returns Null when it may pass, else the whole seconds until the next one may. */
  waitS(partnerId: string, nowMs: number): number | null {
    if (this.#perMinute === null) return null;
    const minute = Math.floor(nowMs / 60_000);
    const known = this.#counts.get(partnerId);
    const counted = known?.minute === minute ? known : { minute, count: 0 };
    counted.count++;
    this.#counts.set(partnerId, counted);
    return counted.count <= this.#perMinute ? null : Math.max(1, Math.ceil(((minute + 1) * 60_000 - nowMs) / 1000));
  }
}
