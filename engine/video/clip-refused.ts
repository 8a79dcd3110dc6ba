import { StrideError } from '../errors/stride-error.ts';
import { refusedPath } from '../errors/system-error-text.ts';

/** What no path leads to: nothing of that name, or a file in the place of a folder on the way. */
const nowhere = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];

/** Why a system did not let a clip be read: `video_not_found` where there is none, else `video_not_readable` with what it said. */
export function clipRefused(path: string, cause: unknown): StrideError {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && nowhere.includes(code)
    ? new StrideError('video_not_found', path, { cause })
    : new StrideError('video_not_readable', refusedPath(path, cause), { cause });
}
