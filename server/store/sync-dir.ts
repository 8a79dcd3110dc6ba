import { open } from 'node:fs/promises';

/** Makes the names in a folder survive a power cut, after their files have been synced themselves. */
export async function syncDir(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
