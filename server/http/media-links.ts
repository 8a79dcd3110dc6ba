import type { FastifyRequest } from 'fastify';
import type { MediaLinks } from '../contract/success-body.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import { outputVideoName, thumbnailName } from '../store/media-files.ts';
import { baseUrl } from './base-url.ts';
import type { ServerContext } from './server-context.ts';

/** The path that one picture is fetched by, without its signature. */
export const mediaPath = (id: string, fileName: string): string => `/media/${id}/${fileName}`;

/** Fresh signed links to an analysis's pictures. */
export function mediaLinks(
  context: ServerContext,
  { id, partnerId }: AnalysisRecord,
  request: FastifyRequest,
): MediaLinks {
  const base = baseUrl(context, request);
  const link = (fileName: string): string =>
    base + context.links.sign(mediaPath(id, fileName), partnerId, context.now());
  return { thumbnail: link(thumbnailName(id)), outputVideo: link(outputVideoName(id)) };
}
