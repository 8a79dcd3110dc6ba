import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies in the folder of a clip once everything else does: what was analysed, and how. */
const markName = 'batch.json';

/** What tells one analysis of a clip from another: the clip's bytes, what was asked of it, how, and by which StrideLab. */
export const fingerprintOf = (parts: object): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Whether a folder holds the whole result of just this analysis. */
export async function isDone(folder: string, fingerprint: string): Promise<boolean> {
  try {
    const mark = JSON.parse(await readFile(join(folder, markName), 'utf8')) as { readonly fingerprint?: unknown };
    return mark.fingerprint === fingerprint;
  } catch {
    // No mark, or half of one: then it is done again.
    return false;
  }
}

export async function markDone(folder: string, fingerprint: string, clip: string): Promise<void> {
  const partial = join(folder, `${markName}.partial`);
  await writeFile(partial, `${JSON.stringify({ clip, fingerprint })}\n`);
  await rename(partial, join(folder, markName));
}

export const unmark = (folder: string): Promise<void> => rm(join(folder, markName), { force: true });
