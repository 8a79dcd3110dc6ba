import type { DataDir } from './data-dir.ts';
import { openMediaKey } from './media-key.ts';
import type { SqlDatabase } from './sql-database.ts';

/** How soon a running server takes up a key that was replaced. */
const lookMs = 2000;

/** The secret of the media links, as it is now: the operator may replace it while servers run. */
export class WatchedMediaKey {
  #key: Buffer;
  #timer: NodeJS.Timeout;
  #closed = false;

  private constructor(key: Buffer, look: () => Promise<Buffer>, onError: (error: unknown) => void) {
    this.#key = key;
    const lookAgain = async (): Promise<void> => {
      try {
        this.#key = await look();
      } catch (error) {
        if (!this.#closed) onError(error);
      }
      if (this.#closed) return;
      this.#timer = setTimeout(lookAgain, lookMs).unref();
    };
    this.#timer = setTimeout(lookAgain, lookMs).unref();
  }

  /**
   * @param onError Told when the key cannot be read later on; the last one that could goes on.
   * @throws StrideError `data_dir_unusable` when it is damaged.
   */
  static async open(dir: DataDir, database: SqlDatabase, onError: (error: unknown) => void): Promise<WatchedMediaKey> {
    const look = (): Promise<Buffer> => openMediaKey(dir, database);
    return new WatchedMediaKey(await look(), look, onError);
  }

  readonly current = (): Buffer => this.#key;

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
