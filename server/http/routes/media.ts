import type { FastifyInstance } from 'fastify';
import { getMedia } from '../../contract/operations/get-media.ts';
import { outputVideoName, thumbnailName } from '../../store/media-files.ts';
import { HttpError } from '../http-error.ts';
import { mediaPath } from '../media-links.ts';
import { mediaSecurityHeaders } from '../security-headers.ts';
import { sendFile } from '../send-file.ts';
import type { ServerContext } from '../server-context.ts';

interface MediaRequest {
  readonly Params: { readonly id: string; readonly file: string };
  readonly Querystring: { readonly expires?: unknown; readonly signature?: unknown };
}

/** `GET /media/{id}/{file}`: a picture behind a signed link, whole or in parts. An expired link is answered as an altered one. */
export function mediaRoute(app: FastifyInstance, { analyses, links, media, now }: ServerContext): void {
  app.get<MediaRequest>(
    '/media/:id/:file',
    { exposeHeadRoute: true, config: { operation: getMedia } },
    async (request, reply) => {
      const { id, file } = request.params;
      const nowMs = now();
      const owner = await analyses.ownerOf(id);
      if (owner === null || !links.holds(mediaPath(id, file), owner.partnerId, request.query, nowMs))
        throw new HttpError('link_invalid');
      const type = contentType(id, file);
      if (type === null) throw new HttpError('link_invalid');
      const leftS = Math.floor(Number(request.query.expires) - nowMs / 1000);
      const headers = {
        ...mediaSecurityHeaders,
        'content-type': type,
        'cache-control': `private, max-age=${leftS}`,
        'content-disposition': `inline; filename="${file}"`,
      };
      const opened = await media.open({ id, attempt: owner.attempt }, file);
      if (opened === null) throw new HttpError('not_found');
      return sendFile(opened, headers, request, reply);
    },
  );
}

function contentType(id: string, file: string): string | null {
  if (file === thumbnailName(id)) return 'image/jpeg';
  return file === outputVideoName(id) ? 'video/mp4' : null;
}
