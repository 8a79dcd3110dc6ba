import { readdir } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** Endings of clips, in small letters. */
export const clipExtensions: ReadonlySet<string> = new Set(['.mp4', '.m4v', '.mov', '.avi', '.webm']);
/** More than anybody has filmed. */
const mostClips = 100_000;

/**
 * The clips of a folder, in order, by their path within it with `/` between names. Hidden folders, folders of analyses (`…-stridelab`) and
 * what lies in `except` are left out.
 *
 * @throws StrideError `invalid_option` for a folder that cannot be read, or with too many clips.
 */
export async function findClips(
  folder: string,
  { recursive, except }: { readonly recursive: boolean; readonly except: string },
): Promise<string[]> {
  const root = resolve(folder);
  const left = resolve(except);
  const clips: string[] = [];
  const look = async (directory: string): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true }).catch((cause: Error) => {
      throw new StrideError('invalid_option', `${directory} is no folder that can be read`, { cause });
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(directory, entry.name);
      if (entry.name.startsWith('.') || path === left) continue;
      if (entry.isFile() && clipExtensions.has(extname(entry.name).toLowerCase()))
        clips.push(relative(root, path).split(sep).join('/'));
      else if (recursive && entry.isDirectory() && !entry.name.endsWith('-stridelab')) await look(path);
      if (clips.length > mostClips) throw new StrideError('invalid_option', `more than ${mostClips} clips`);
    }
  };
  await look(root);
  return clips;
}
