import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { StrideError } from '../../../engine/errors/stride-error.ts';
import { systemErrorText } from '../../../engine/errors/system-error-text.ts';
import type { MediaStore } from './media-store.ts';

/** What a place answers that may never be written to by this process. A full disk has room later, and a server starts on it. */
const neverCodes: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** What is put into a place to try it; no store takes it for an upload. */
export const trialName = (): string => `doctor-${randomUUID()}`;

/**
 * Makes sure that this process may put uploads into the place and take them away: the mark of a place is there to be seen also where
 * nothing may be written.
 *
 * @throws StrideError `media_place_unusable`.
 */
export async function requireWritableMedia(media: MediaStore): Promise<void> {
  const name = trialName();
  try {
    const path = media.scratchPath();
    await writeFile(path, name);
    await media.keepUpload(name, path);
    await media.removeUpload(name);
  } catch (cause) {
    if (!neverCodes.has((cause as { readonly code?: unknown }).code)) return;
    throw new StrideError('media_place_unusable', `nothing can be put into its uploads: ${systemErrorText(cause)}`, {
      cause,
    });
  }
}
