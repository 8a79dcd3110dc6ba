import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '../store/media/stored-file.ts';
import { byteRange } from './byte-range.ts';
import { HttpError } from './http-error.ts';
import { isUnchanged } from './is-unchanged.ts';

/**
 * Answers with a file that never changes once it is there, whole or the part that is asked for (RFC 9110, 14), or 304 to a client
 * that has it. Of several parts at once the whole file is sent, which the RFC allows.
 *
 * @param file Open; closed in any case.
 * @param headers Of the answers that carry the file.
 * @throws HttpError `range_not_satisfiable`.
 */
export async function sendFile(
  file: StoredFile,
  headers: Readonly<Record<string, string>>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sizeBytes: size, modifiedMs: mtimeMs } = file;
  try {
    const etag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
    const known = { etag, 'last-modified': new Date(mtimeMs).toUTCString() };
    if (isUnchanged(request.headers, { etag, modifiedMs: mtimeMs })) {
      await file.close();
      const { 'cache-control': cacheControl } = headers;
      return reply
        .code(304)
        .headers({ ...known, ...(cacheControl !== undefined && { 'cache-control': cacheControl }) })
        .send();
    }
    const range = byteRange(rangeOf(request, etag, mtimeMs), size);
    if (range === 'unsatisfiable') {
      reply.header('content-range', `bytes */${size}`);
      throw new HttpError('range_not_satisfiable');
    }
    reply.headers({
      ...headers,
      ...known,
      'accept-ranges': 'bytes',
    });
    if (range !== null) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    reply.header('content-length', range === null ? size : range.end - range.start + 1);
    if (request.method === 'HEAD') {
      await file.close();
      // An empty stream: fastify would put its own length of 0 on an empty body.
      return reply.send(Readable.from([]));
    }
    return reply.send(file.read(range));
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Parts are answered to GET alone, and only of the file that the client has begun with. */
function rangeOf({ method, headers }: FastifyRequest, etag: string, mtimeMs: number): string | undefined {
  if (method !== 'GET') return undefined;
  const { range } = headers;
  const condition = headers['if-range'];
  const isSame = typeof condition !== 'string' || condition === etag || isTimeOf(condition, mtimeMs);
  return isSame ? range : undefined;
}

const isTimeOf = (text: string, mtimeMs: number): boolean => Date.parse(text) === Math.floor(mtimeMs / 1000) * 1000;
