import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getMedia } from '../../contract/operations/get-media.ts';
import { mediaFolder, outputVideoName, thumbnailName } from '../../store/media-files.ts';
import { byteRange } from '../byte-range.ts';
import { HttpError } from '../http-error.ts';
import { mediaPath } from '../media-links.ts';
import type { ServerContext } from '../server-context.ts';

interface MediaRequest {
  readonly Params: { readonly id: string; readonly file: string };
  readonly Querystring: { readonly expires?: unknown; readonly signature?: unknown };
}

/** `GET /media/{id}/{file}`: a picture behind a signed link, whole or in parts. */
export function mediaRoute(app: FastifyInstance, context: ServerContext): void {
  app.get<MediaRequest>(
    '/media/:id/:file',
    { exposeHeadRoute: true, config: { operation: getMedia } },
    async (request, reply) => {
      const { id, file } = request.params;
      const owner = await context.analyses.ownerOf(id);
      if (owner === null || !context.links.holds(mediaPath(id, file), owner, request.query, context.now()))
        throw new HttpError('link_invalid');
      const type = contentType(id, file);
      if (type === null) throw new HttpError('link_invalid');
      reply.headers({
        'content-type': type,
        'accept-ranges': 'bytes',
        'cache-control': 'private, max-age=3600',
        'content-disposition': `inline; filename="${file}"`,
        'x-content-type-options': 'nosniff',
      });
      return sendFile(join(mediaFolder(context.dir, id), file), request, reply);
    },
  );
}

function contentType(id: string, file: string): string | null {
  if (file === thumbnailName(id)) return 'image/jpeg';
  return file === outputVideoName(id) ? 'video/mp4' : null;
}

async function sendFile(path: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const handle = await openOrRefuse(path);
  const { size } = await handle.stat();
  const range = byteRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    await handle.close();
    reply.removeHeader('content-type').header('content-range', `bytes */${size}`);
    throw new HttpError('range_not_satisfiable');
  }
  if (range !== null) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  reply.header('content-length', range === null ? size : range.end - range.start + 1);
  if (request.method === 'HEAD') {
    await handle.close();
    // An empty stream: fastify would put its own length of 0 on an empty body.
    return reply.send(Readable.from([]));
  }
  return reply.send(handle.createReadStream(range ?? {}));
}

async function openOrRefuse(path: string): ReturnType<typeof open> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new HttpError('not_found');
    throw error;
  }
}
