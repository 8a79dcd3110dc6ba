import { readdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { makeOutputFolder } from './output-folder.ts';
import type { MediaPaths, ReportBodies } from './report-bodies.ts';

/** The folder that a report is written to. */
export interface ReportFolder {
  readonly media: MediaPaths;
  /** Writes the JSON bodies. @returns The paths of the report's files, the pictures that were written among them. */
  writeBodies(bodies: ReportBodies, media: MediaPaths | null): Promise<readonly string[]>;
  /** Removes the folder when nothing was written to it. */
  discardIfEmpty(): Promise<void>;
}

/**
 * Makes the folder where it is missing.
 *
 * @throws StrideError `output_not_writable`.
 */
export async function openReportFolder(directory: string): Promise<ReportFolder> {
  const root = resolve(directory);
  makeOutputFolder(root);
  const media = { videoPath: join(root, 'annotated.mp4'), thumbnailPath: join(root, 'thumbnail.jpg') };
  return {
    media,
    async writeBodies({ results, calculated_data, details }, written) {
      const bodies = { 'results.json': results, 'calculated_data.json': calculated_data, 'details.json': details };
      for (const [name, body] of Object.entries(bodies)) await writeJson(join(root, name), body);
      const pictures = written === null ? [] : Object.values(written).map((path) => basename(path));
      return [...pictures, ...Object.keys(bodies)].map((name) => join(directory, name));
    },
    async discardIfEmpty() {
      if ((await readdir(root)).length === 0) await rmdir(root);
    },
  };
}

async function writeJson(path: string, body: unknown): Promise<void> {
  const partial = `${path}.partial`;
  await writeFile(partial, `${JSON.stringify(body, null, 2)}\n`);
  await rename(partial, path);
}
