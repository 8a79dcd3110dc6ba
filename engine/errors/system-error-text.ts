/** What systems answer, in words. */
const texts: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'there is no room left on the disk',
  EDQUOT: 'there is no room left on the disk',
  EISDIR: 'a folder is in its place',
  ENOTDIR: 'a file is in the place of a folder',
  EEXIST: 'a file is in the place of a folder',
  ENOENT: 'the folder above it is missing',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** Why a system refused to write or make something, for a person: `there is no room left on the disk`. */
export function systemErrorText(cause: unknown): string {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  const known = typeof code === 'string' && Object.hasOwn(texts, code) ? texts[code] : undefined;
  return known ?? (cause instanceof Error ? cause.message : String(cause));
}

/** The same after the path that was to be written. */
export const refusedPath = (path: string, cause: unknown): string => `${path}: ${systemErrorText(cause)}`;
