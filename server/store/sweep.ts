import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnalysisStore } from './analysis-store.ts';
import type { DataDir } from './data-dir.ts';

/** Deletes what a crash left behind: uploads that no analysis waits for, and pictures of unfinished ones. */
export async function sweepLeftovers(dir: DataDir, store: AnalysisStore): Promise<void> {
  await removeOthers(dir.uploadsDir, await store.uploadsInUse());
  await removeOthers(dir.mediaDir, await store.idsWithMedia());
}

async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder);
  const leftovers = names.filter((name) => !kept.has(name));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
