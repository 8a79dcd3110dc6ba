import type { Readable } from 'node:stream';

/** Reads a byte stream in pieces of chosen length, without keeping more than the stream's own buffer. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Fills `target`; false when the stream ends before its first or its last byte. */
  async fill(target: Uint8Array): Promise<boolean> {
    let filled = 0;
    while (filled < target.length) {
      if (this.#chunk.length === 0) {
        const next = await this.#chunks.next();
        if (next.done) return false;
        this.#chunk = next.value;
      }
      const part = this.#chunk.subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      this.#chunk = this.#chunk.subarray(part.length);
    }
    return true;
  }
}
