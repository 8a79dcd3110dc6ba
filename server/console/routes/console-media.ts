import { mediaPath } from '../../http/media-links.ts';
import type { ServerContext } from '../../http/server-context.ts';
import { outputVideoName, thumbnailName } from '../../store/media-files.ts';
import type { ConsoleMedia } from '../api/analyses.ts';

/** Links of one analysis stay the same for this part of their lifetime, so that a list asked for again shows pictures it has. */
const stepsOfLifetime = 6;

/**
 * Links to an analysis’s pictures that a page of this server shows, whether or not the files are there.
 *
 * @param linkLifetimeS How long a link holds, seconds; these hold for five sixths of it at least.
 */
export function consoleMedia(
  { links, now }: Pick<ServerContext, 'links' | 'now'>,
  { id, partnerId }: { readonly id: string; readonly partnerId: string },
  linkLifetimeS: number,
): ConsoleMedia {
  const stepMs = Math.max(1, Math.floor(linkLifetimeS / stepsOfLifetime)) * 1000;
  const atMs = Math.floor(now() / stepMs) * stepMs;
  const link = (name: string): string => links.sign(mediaPath(id, name), partnerId, atMs);
  return { videoUrl: link(outputVideoName(id)), thumbnailUrl: link(thumbnailName(id)) };
}
