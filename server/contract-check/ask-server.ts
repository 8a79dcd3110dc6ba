import { readFile } from 'node:fs/promises';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { clipRefused } from '../../engine/video/clip-refused.ts';

/**
 * Sends a request to a server that a command was told to ask; redirects are answers.
 *
 * @throws StrideError `server_unreachable` when none answers.
 */
export async function askServer(base: string, pathAndQuery: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(base + pathAndQuery, { redirect: 'manual', ...init });
  } catch (cause) {
    throw new StrideError('server_unreachable', base, { cause });
  }
}

/**
 * The bytes of a clip that a command was told to send.
 *
 * @throws StrideError `video_not_found` or `video_not_readable`.
 */
export async function readClip(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw clipRefused(path, cause);
  }
}
