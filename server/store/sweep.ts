import type { AnalysisStore } from './analysis-store.ts';
import type { MediaStore } from './media/media-store.ts';

/**
 * Deletes what a crash left behind: uploads that no analysis waits for, and files of runs that are not shown.
 *
 * @param beforeMs Milliseconds since 1970; what came later is left, since its analysis may be about to be added. Infinity where
 *   nobody else is at work.
 */
export async function sweepLeftovers(media: MediaStore, store: AnalysisStore, beforeMs: number): Promise<void> {
  // Listed before the store is asked: what is listed and still needed is then in the store.
  const uploads = await older(media.uploads(), beforeMs);
  const files = await older(media.files(), beforeMs);
  const inUse = await store.uploadsInUse();
  for (const upload of uploads) if (!inUse.has(upload.name)) await media.removeListed(upload);
  const runs = await store.runsWithMedia();
  for (const file of files) {
    const shown = runs.get(file.id);
    if (shown === undefined || (file.attempt !== null && file.attempt !== shown)) await media.removeListed(file);
  }
}

async function older<T extends { readonly modifiedMs: number }>(
  listed: AsyncIterable<T>,
  beforeMs: number,
): Promise<T[]> {
  const found: T[] = [];
  for await (const one of listed) if (one.modifiedMs < beforeMs) found.push(one);
  return found;
}
