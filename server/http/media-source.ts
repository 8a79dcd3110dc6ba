import type { Readable } from 'node:stream';
import type { ByteRange } from './byte-range.ts';

/** A picture or video that is open to be read. It never changes once it is there. */
export interface MediaFile {
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
  /** The file, whole or in part; it is closed when the stream ends. */
  read(range: ByteRange | null): Readable;
  /** Closes a file that is not read. */
  close(): Promise<void>;
}

/** Where the pictures of finished analyses are. */
export interface MediaSource {
  /** Whether a file of an analysis is there; asked with every results, so cheap. */
  has(analysisId: string, fileName: string): Promise<boolean>;
  /** One file of an analysis; null where it is not. */
  open(analysisId: string, fileName: string): Promise<MediaFile | null>;
}
