import type { Readable } from 'node:stream';

/** Where the videos of start forms go, and what they are asked before they are accepted. */
export interface VideoIntake {
  /** Largest video, bytes. */
  readonly maxBytes: number;
  /**
   * Keeps a video under a name while it streams in. Leaves nothing when it rejects.
   *
   * @param fileName What the client calls the file.
   */
  store(name: string, video: Readable, fileName: string): Promise<void>;
  /**
   * Looks into a video; it survives a crash once this resolves.
   *
   * @param partnerId Whose it is: partners take turns.
   * @throws StrideError for one that cannot be analysed.
   */
  check(name: string, partnerId: string): Promise<void>;
  /** Forgets a video. */
  discard(name: string): Promise<void>;
}
