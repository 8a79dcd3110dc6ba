import { readFile, stat } from 'node:fs/promises';
import { StrideError } from '../errors/stride-error.ts';
import type { ClipReading } from './clip-reading.ts';
import { mostPosesBytes } from './poses-format.ts';
import { readPoses } from './read-poses.ts';
import { unfitPoses } from './unfit-poses.ts';

/** Reads a poses file. @throws StrideError `invalid_poses` or `no_person`. */
export async function openPoses(path: string): Promise<ClipReading> {
  return posesOf(await bytesOf(path));
}

/** What the bytes of a poses file say. @throws StrideError `invalid_poses` or `no_person`. */
export function posesOf(bytes: Uint8Array): ClipReading {
  if (bytes.length > mostPosesBytes) throw tooLarge();
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return readPoses(lines);
}

const tooLarge = (): StrideError => unfitPoses(`more than ${mostPosesBytes / 1e6} MB`);

async function bytesOf(path: string): Promise<Buffer> {
  try {
    // Asked before it is opened: opening a pipe waits for its other end.
    const found = await stat(path);
    if (!found.isFile()) throw unfitPoses(`${path} is not a file`);
    if (found.size > mostPosesBytes) throw tooLarge();
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof StrideError ? cause : unfitPoses(`${path} cannot be read`, cause);
  }
}
