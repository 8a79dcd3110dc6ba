/** A field of a Protocol Buffers message: a number, or the bytes of a text or of a message inside. */
export interface ProtobufField {
  readonly field: number;
  readonly value: number | Uint8Array;
}

/**
 * The fields of a message in their order; bytes are views, nothing is copied.
 *
 * @throws RangeError if the bytes are no message.
 */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('an integer has no end');
  };
  const skip = (length: number): Uint8Array => {
    if (at + length > message.byteLength) throw new RangeError('a field ends beyond its message');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.byteLength) {
    const key = varint();
    const field = Math.floor(key / 8);
    const wireType = key % 8;
    if (wireType === 0) yield { field, value: varint() };
    else if (wireType === 1) yield { field, value: skip(8) };
    else if (wireType === 2) yield { field, value: skip(varint()) };
    else if (wireType === 5) yield { field, value: skip(4) };
    else throw new RangeError(`unknown wire type ${wireType}`);
  }
}
