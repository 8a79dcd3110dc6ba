import type { AnalysisStore } from './analysis-store.ts';
import type { MediaStore } from './media/media-store.ts';

/** So many files are asked about at a time: what a sweep holds does not grow with the archive. */
const pageFiles = 500;

/**
 * Deletes what a crash left behind: uploads that no analysis waits for, and files of runs that are not shown.
 *
 * @param beforeMs Milliseconds since 1970; what came later is left, since its analysis may be about to be added. Infinity where
 *   nobody else is at work.
 */
export async function sweepLeftovers(
  media: MediaStore,
  store: Pick<AnalysisStore, 'uploadsInUse' | 'runsWithMedia'>,
  beforeMs: number,
): Promise<void> {
  // Each page is listed before the store is asked: what is listed and still needed is then in the store.
  for await (const page of pagesOf(media.uploads(), beforeMs)) {
    const inUse = await store.uploadsInUse(page.map(({ name }) => name));
    for (const upload of page) if (!inUse.has(upload.name)) await media.removeListed(upload);
  }
  for await (const page of pagesOf(media.files(), beforeMs)) {
    const runs = await store.runsWithMedia([...new Set(page.map(({ id }) => id))]);
    for (const file of page) {
      const shown = runs.get(file.id);
      if (shown === undefined || (file.attempt !== null && file.attempt !== shown)) await media.removeListed(file);
    }
  }
}

/** What is older than a moment, some at a time. */
async function* pagesOf<T extends { readonly modifiedMs: number }>(
  listed: AsyncIterable<T>,
  beforeMs: number,
): AsyncGenerator<readonly T[]> {
  let page: T[] = [];
  for await (const one of listed) {
    if (one.modifiedMs >= beforeMs) continue;
    page.push(one);
    if (page.length < pageFiles) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
