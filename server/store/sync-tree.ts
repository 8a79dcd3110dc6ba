import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDir } from './sync-dir.ts';

/** Makes the names in a folder and in all folders below it survive a power cut, deepest first. Files are synced by who writes them. */
export async function syncTree(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true }))
    if (entry.isDirectory()) await syncTree(join(path, entry.name));
  await syncDir(path);
}
