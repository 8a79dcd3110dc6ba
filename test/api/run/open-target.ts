import { DataDirTarget } from './data-dir-target.ts';
import { startLocalTarget } from './local-target.ts';
import { RemoteTarget } from './remote-target.ts';
import { CannotArrange, type Target } from './target.ts';

/**
 * The server that cases are sent to: one that is started for them, or that at `STRIDELAB_URL`, known by its
 * `STRIDELAB_DATA` folder or by a `STRIDELAB_KEY` alone.
 *
 * @param words Of the file's `server` line.
 * @throws CannotArrange for words that a server which runs already would have had to be started with.
 */
export async function openTarget(words: readonly string[], environment = process.env): Promise<Target> {
  const { STRIDELAB_URL: url, STRIDELAB_DATA: dataDir, STRIDELAB_KEY: key } = environment;
  if (url === undefined) return startLocalTarget(words);
  const asked = words.filter((word) => word !== 'idle');
  if (asked.length > 0) throw new CannotArrange(`${asked.join(', ')}: it runs already`);
  if (dataDir !== undefined) return new DataDirTarget(url, dataDir, false);
  if (key !== undefined) return new RemoteTarget(url, key);
  throw new Error('STRIDELAB_URL needs STRIDELAB_KEY or STRIDELAB_DATA beside it');
}
