import { rmSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { undoAtExit } from '../undo-at-exit.ts';

/** A folder beside a file that is being made. */
export interface Scratch {
  /** Path of a file in the folder. */
  path(name: string): string;
  /** Moves a file of the folder to its final place in one step. */
  publish(name: string): Promise<void>;
}

/** Runs `make` with a folder beside `outPath`, on the same disk, and removes the folder whatever happens. */
export async function withScratch(outPath: string, make: (scratch: Scratch) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(`${outPath}.part-`);
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
