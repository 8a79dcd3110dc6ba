import { StrideError } from '../../engine/errors/stride-error.ts';
import type { DataDir } from './data-dir.ts';
import { openMediaKey, readMediaKey } from './media-key.ts';
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
    let isToldUnusable = false;
    const lookAgain = async (): Promise<void> => {
      try {
        this.#key = await look();
        isToldUnusable = false;
      } catch (error) {
        // A store that cannot be reached comes back by itself; a key that is gone does not, and is no news the next time.
        const isUnusable = error instanceof StrideError && error.code === 'data_dir_unusable';
        if (!this.#closed && !(isUnusable && isToldUnusable)) onError(error);
        isToldUnusable = isUnusable;
      }
      if (this.#closed) return;
      this.#timer = setTimeout(lookAgain, lookMs).unref();
    };
    this.#timer = setTimeout(lookAgain, lookMs).unref();
  }

  /**
   * Makes the key where there is none. One that goes away later on is not replaced, which would end every link that was given out.
   *
   * @param onError Told when the key cannot be read later on; the last one that could goes on.
   * @throws StrideError `data_dir_unusable` when it is damaged.
   */
  static async open(dir: DataDir, database: SqlDatabase, onError: (error: unknown) => void): Promise<WatchedMediaKey> {
    return new WatchedMediaKey(await openMediaKey(dir, database), () => readMediaKey(dir, database), onError);
  }

  readonly current = (): Buffer => this.#key;

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
