import { createHash } from 'node:crypto';

/** Ids, keys and secrets that depend on a seed, a name and their number alone. */
export class SeededIds {
  readonly #prefix: string;
  /** How many have been given. */
  count: number;

  constructor(seed: number, name: string, count = 0) {
    this.#prefix = `${seed}\n${name}\n`;
    this.count = count;
  }

  /** A UUID, version 4 in form. */
  uuid(): string {
    const bytes = this.#next();
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.toString('hex', 0, 16);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  /** A key in the form of a real one. */
  apiKey(): string {
    return `slk_${this.#next().toString('base64url')}`;
  }

  webhookSecret(): string {
    return `whsec_${this.#next().toString('base64')}`;
  }

  /** 32 bytes. */
  bytes(): Buffer {
    return this.#next();
  }

  #next(): Buffer {
    return createHash('sha256')
      .update(`${this.#prefix}${this.count++}`)
      .digest();
  }
}
