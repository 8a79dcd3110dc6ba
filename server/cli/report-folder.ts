import { existsSync, rmdirSync } from 'node:fs';
import { readdir, rmdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Analysis, AnalysisTerms } from '../../engine/analysis.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import type { PosesSource } from '../../engine/pose-file/clip-reading.ts';
import { posesFileName } from '../../engine/pose-file/poses-file-name.ts';
import { writePoses } from '../../engine/pose-file/write-poses.ts';
import { undoAtExit } from '../../engine/undo-at-exit.ts';
import { writeWhole } from '../../engine/write-whole.ts';
import { makeOutputFolder } from './output-folder.ts';
import type { MediaPaths, ReportBodies } from './report-bodies.ts';

/** What a report's files are made of. */
export interface Report {
  readonly analysis: Analysis;
  readonly terms: AnalysisTerms;
  readonly source: PosesSource | null;
  readonly bodies: ReportBodies;
  /** Null when no pictures were made. */
  readonly media: MediaPaths | null;
}

/** The folder that a report is written to. */
export interface ReportFolder {
  readonly media: MediaPaths;
  /** Writes everything but the pictures. @returns The paths of the report's files, the pictures that were written among them. */
  write(report: Report): Promise<readonly string[]>;
  /** Removes the folder when it was made for the report and nothing was written to it. */
  discardIfEmpty(): Promise<void>;
}

/**
 * Makes the folder where it is missing.
 *
 * @throws StrideError `output_not_writable`.
 */
export async function openReportFolder(directory: string): Promise<ReportFolder> {
  const root = resolve(directory);
  const isNew = !existsSync(root);
  makeOutputFolder(root);
  // Fails, as it should, when something is in it.
  const isSettled = isNew ? undoAtExit(() => rmdirSync(root)) : () => undefined;
  const media = { videoPath: join(root, 'annotated.mp4'), thumbnailPath: join(root, 'thumbnail.jpg') };
  return {
    media,
    async write({ analysis, terms, source, bodies: { results, calculated_data, details }, media: written }) {
      await keepPoses(join(root, posesFileName), analysis, terms, source);
      const bodies = { 'results.json': results, 'calculated_data.json': calculated_data, 'details.json': details };
      for (const [name, body] of Object.entries(bodies))
        await writeWhole(join(root, name), `${JSON.stringify(body, null, 2)}\n`);
      isSettled();
      const pictures = written === null ? [] : Object.values(written).map((path) => basename(path));
      return [...pictures, ...Object.keys(bodies), posesFileName].map((name) => join(directory, name));
    },
    async discardIfEmpty() {
      if (isNew && (await readdir(root)).length === 0) await rmdir(root);
      isSettled();
    },
  };
}

async function keepPoses(path: string, ...poses: PosesArguments): Promise<void> {
  try {
    await writePoses(path, ...poses);
  } catch (cause) {
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
}

type PosesArguments = readonly [Analysis, AnalysisTerms, PosesSource | null];
