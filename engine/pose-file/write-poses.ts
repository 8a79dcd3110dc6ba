import { createWriteStream, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Analysis, AnalysisTerms } from '../analysis.ts';
import { undoAtExit } from '../undo-at-exit.ts';
import type { PosesSource } from './clip-reading.ts';
import { posesLines } from './poses-lines.ts';

/** Writes a poses file. It appears when it is complete and on the disk, or not at all. @param mode Who may read it. */
export async function writePoses(
  path: string,
  analysis: Analysis,
  terms: AnalysisTerms,
  source: PosesSource | null,
  mode = 0o666,
): Promise<void> {
  const partial = `${path}.partial`;
  const release = undoAtExit(() => rmSync(partial, { force: true }));
  try {
    const lines = Readable.from(posesLines(analysis, terms, source));
    await pipeline(lines, createWriteStream(partial, { mode, flush: true }));
    await rename(partial, path);
  } catch (error) {
    // What keeps the file from being written may keep this from being removed: told is the first.
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    release();
  }
}
