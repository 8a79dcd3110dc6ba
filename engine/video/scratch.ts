import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { undoAtExit } from '../undo-at-exit.ts';
import { isOfDeadProcess, ownersName } from './scratch-owner.ts';

/** Between the name of the file that is being made and that of the folder's owner. */
const part = '.part-';

/** A folder beside a file that is being made. */
export interface Scratch {
  /** Path of a file in the folder. */
  path(name: string): string;
  /** Moves a file of the folder to its final place in one step. */
  publish(name: string): Promise<void>;
}

/**
 * Runs `make` with a folder beside `outPath`, on the same disk, and removes the folder whatever happens, with those that earlier processes were
 * killed over.
 */
export async function withScratch(outPath: string, make: (scratch: Scratch) => Promise<void>): Promise<void> {
  await sweepDead(outPath);
  const folder = await mkdtemp(`${outPath}${part}${ownersName}`);
  const isGone = undoAtExit(() => rmSync(folder, { recursive: true, force: true }));
  try {
    await make({
      path: (name) => join(folder, name),
      publish: (name) => rename(join(folder, name), outPath),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    isGone();
  }
}

async function sweepDead(outPath: string): Promise<void> {
  const start = `${basename(outPath)}${part}`;
  // What cannot be listed is told where it is written to.
  const entries = await readdir(dirname(outPath), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory() || !entry.name.startsWith(start) || !isOfDeadProcess(entry.name.slice(start.length)))
      continue;
    await rm(join(dirname(outPath), entry.name), { recursive: true, force: true }).catch(() => undefined);
  }
}
