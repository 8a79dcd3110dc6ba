import type { FastifyRequest } from 'fastify';
import type { MediaLinks } from '../contract/success-body.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import { outputVideoName, thumbnailName } from '../store/media-files.ts';
import { baseUrl } from './base-url.ts';
import type { ServerContext } from './server-context.ts';

/** The path that one picture is fetched by, without its signature. */
export const mediaPath = (id: string, fileName: string): string => `/media/${id}/${fileName}`;

/** Fresh signed links to an analysis's pictures; null for one that is no longer there. */
export async function mediaLinks(
  context: ServerContext,
  record: AnalysisRecord,
  request: FastifyRequest,
): Promise<MediaLinks> {
  const { id, partnerId } = record;
  const base = baseUrl(context, request);
  const link = async (fileName: string): Promise<string | null> =>
    (await context.media.has(record, fileName))
      ? base + context.links.sign(mediaPath(id, fileName), partnerId, context.now())
      : null;
  const [thumbnail, outputVideo] = await Promise.all([link(thumbnailName(id)), link(outputVideoName(id))]);
  return { thumbnail, outputVideo };
}
