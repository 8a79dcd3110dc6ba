import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs paths for a while, and tells whether a signature still holds. Bound to path, owner and expiry. */
export class SignedLinks {
  readonly #key: () => Buffer;
  readonly #lifetimeS: number;

  /**
   * @param key The secret, or what tells it: links signed with one that was replaced do not hold.
   * @param lifetimeS How long a link holds, seconds.
   */
  constructor(key: Buffer | (() => Buffer), lifetimeS: number) {
    this.#key = typeof key === 'function' ? key : () => key;
    this.#lifetimeS = lifetimeS;
  }

  /** The path with its query: `expires` in seconds since 1970, `signature` in base64url. */
  sign(path: string, owner: string, nowMs: number): string {
    const expires = String(Math.floor(nowMs / 1000) + this.#lifetimeS);
    return `${path}?expires=${expires}&signature=${this.#signature(path, owner, expires).toString('base64url')}`;
  }

  holds(path: string, owner: string, query: { expires?: unknown; signature?: unknown }, nowMs: number): boolean {
    const { expires, signature } = query;
    if (typeof expires !== 'string' || typeof signature !== 'string' || !/^[0-9]{1,15}$/.test(expires)) return false;
    if (!/^[\w-]{43}$/.test(signature)) return false;
    const given = Buffer.from(signature, 'base64url');
    const right = this.#signature(path, owner, expires);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
    return Number(expires) * 1000 > nowMs;
  }

  #signature(path: string, owner: string, expires: string): Buffer {
    return createHmac('sha256', this.#key()).update(`${path}\n${owner}\n${expires}`).digest();
  }
}
