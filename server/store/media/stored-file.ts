import type { Readable } from 'node:stream';

/** First and last byte of a part of a file, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file that is open to be read. It never changes once it is there. */
export interface StoredFile {
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
  /** The file, whole or in part; it is closed when the stream ends. */
  read(range: ByteRange | null, options?: ReadOptions): Readable;
  /** Closes a file that is not read. */
  close(): Promise<void>;
}

export interface ReadOptions {
  /** Bytes that are read at a time, where the place of the file can choose; 64 kB by default. */
  readonly highWaterMark?: number;
}
