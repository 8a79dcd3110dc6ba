import type { Run } from '../store/analysis-store.ts';
import type { StoredFile } from '../store/media/stored-file.ts';

/** Where the pictures of finished analyses are. */
export interface MediaSource {
  /** Whether a file of a run is there; asked with every results, so cheap. */
  has(run: Run, fileName: string): Promise<boolean>;
  /** One file of a run; null where it is not. */
  open(run: Run, fileName: string): Promise<StoredFile | null>;
}
