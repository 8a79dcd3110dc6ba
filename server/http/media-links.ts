import type { FastifyRequest } from 'fastify';
import type { MediaLinks } from '../contract/side-view-results.ts';
import type { AnalysisRecord } from '../store/analysis-record.ts';
import { outputVideoName, thumbnailName } from '../store/media-files.ts';
import type { ServerContext } from './server-context.ts';

/** The path that one picture is fetched by, without its signature. */
export const mediaPath = (id: string, fileName: string): string => `/media/${id}/${fileName}`;

/** Fresh signed links to an analysis's pictures. */
export function mediaLinks(
  { links, publicUrl }: ServerContext,
  { id, partnerId }: AnalysisRecord,
  request: FastifyRequest,
): MediaLinks {
  const base = publicUrl ?? `${request.protocol}://${request.host || ownAddress(request)}`;
  const link = (fileName: string): string => base + links.sign(mediaPath(id, fileName), partnerId, Date.now());
  return { thumbnail: link(thumbnailName(id)), outputVideo: link(outputVideoName(id)) };
}

/** For clients of HTTP/1.0, which may send no `Host`. */
const ownAddress = ({ socket }: FastifyRequest): string => `${socket.localAddress}:${socket.localPort}`;
