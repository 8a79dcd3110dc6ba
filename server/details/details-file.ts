import { open, rename, rm } from 'node:fs/promises';
import type { Details } from './details.ts';

/** Writes details. The file appears when it is complete and on the disk, or not at all. */
export async function writeDetails(path: string, details: Details): Promise<void> {
  const partial = `${path}.partial`;
  try {
    const file = await open(partial, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(details)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
