import { readFile, stat } from 'node:fs/promises';
import { StrideError } from '../errors/stride-error.ts';
import type { ClipReading } from './clip-reading.ts';
import { mostPosesBytes } from './poses-format.ts';
import { isFrameData, readFrameData } from './read-frame-data.ts';
import { readPoses } from './read-poses.ts';
import { parseLine, unfitPoses } from './unfit-poses.ts';

/** Reads a poses file. @throws StrideError `invalid_poses` or `no_person`. */
export async function openPoses(path: string): Promise<ClipReading> {
  return posesOf(await bytesOf(path));
}

/** What the bytes of a poses file, or of frame data in either form, say. @throws StrideError `invalid_poses` or `no_person`. */
export function posesOf(bytes: Uint8Array): ClipReading {
  if (bytes.length > mostPosesBytes) throw tooLarge();
  const text = new TextDecoder().decode(bytes);
  const whole = text.startsWith('{') ? tryParse(text) : null;
  if (isFrameData(whole)) return readFrameData(whole, framesOf(whole));
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const header = parseLine(lines[0] ?? '', 'line 1');
  return isFrameData(header)
    ? readFrameData(
        header,
        lines.slice(1).map((line, i) => parseLine(line, `line ${i + 2}`)),
      )
    : readPoses(lines);
}

/** Null for what is not one JSON value. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Lines of JSON, as is seen next, or none.
    return null;
  }
}

const framesOf = (whole: unknown): readonly unknown[] => {
  const { frames } = whole as { readonly frames?: unknown };
  if (!Array.isArray(frames)) throw unfitPoses('there are no frames');
  return frames;
};

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
