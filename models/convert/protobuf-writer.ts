/** Writes one message of the Protocol Buffers wire format; fields appear in the order of the calls. */
export class ProtobufWriter {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** An integer field (wire type 0). @param value A safe integer; negative values take ten bytes, as the format asks. */
  integer(field: number, value: number): this {
    this.#varint(field * 8);
    this.#varint(value);
    return this;
  }

  /** A field of bytes, text or a nested message (wire type 2). The bytes are not copied until {@link finish}. */
  bytes(field: number, value: Uint8Array | string | ProtobufWriter): this {
    const parts =
      value instanceof ProtobufWriter
        ? value.#parts
        : [typeof value === 'string' ? new TextEncoder().encode(value) : value];
    this.#varint(field * 8 + 2);
    this.#varint(parts.reduce((sum, part) => sum + part.byteLength, 0));
    for (const part of parts) this.#append(part);
    return this;
  }

  finish(): Uint8Array {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.byteLength;
    }
    return all;
  }

  #append(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.#length += bytes.byteLength;
    return this;
  }

  #varint(value: number): void {
    const bytes: number[] = [];
    let rest = BigInt.asUintN(64, BigInt(value));
    while (rest > 0x7fn) {
      bytes.push(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    bytes.push(Number(rest));
    this.#append(Uint8Array.from(bytes));
  }
}
