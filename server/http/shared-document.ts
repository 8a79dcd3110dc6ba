import { Readable } from 'node:stream';

/** Bytes that are handed on at a time, so that a slow reader is seen to read. */
const pieceBytes = 65_536;

/** A text in which something is put in for each reader; all readers share the bytes of the rest, so that a hundred answers take no more memory than one. */
export class SharedDocument {
  readonly #parts: readonly Buffer[];

  /** @param placeholder Stands in the text for what is put in. */
  constructor(template: string, placeholder: string) {
    this.#parts = template.split(placeholder).map((part) => Buffer.from(part));
  }

  /** The text with something put in. */
  filled(value: string): { readonly sizeBytes: number; readonly stream: Readable } {
    const between = Buffer.from(value);
    const parts = this.#parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
    return { sizeBytes: parts.reduce((sum, part) => sum + part.length, 0), stream: Readable.from(piecesOf(parts)) };
  }
}

function* piecesOf(parts: readonly Buffer[]): Generator<Buffer> {
  for (const part of parts)
    for (let at = 0; at < part.length; at += pieceBytes) yield part.subarray(at, at + pieceBytes);
}
