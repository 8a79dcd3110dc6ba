import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.ts';
import { HttpError } from './http-error.ts';

/**
 * Answers with a file that never changes once it is there, whole or the part that is asked for, and with 304 where the client has it
 * already (RFC 9110, 13 and 14). Of several parts at once the whole file is sent, which the RFC allows.
 *
 * @param headers Of the answers that carry the file or stand for it.
 * @throws HttpError `not_found`, `range_not_satisfiable`.
 */
export async function sendFile(
  path: string,
  headers: Readonly<Record<string, string>>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const handle = await openOrRefuse(path);
  try {
    const { size, mtimeMs } = await handle.stat();
    const etag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
    const ranges = rangesOf(request, etag, mtimeMs);
    const range = byteRange(ranges, size);
    if (range === 'unsatisfiable') {
      reply.header('content-range', `bytes */${size}`);
      throw new HttpError('range_not_satisfiable');
    }
    reply.headers({
      ...headers,
      etag,
      'last-modified': new Date(mtimeMs).toUTCString(),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    });
    if (clientHas(request, etag, mtimeMs)) {
      await handle.close();
      return reply.removeHeader('content-type').code(304).send();
    }
    if (range !== null) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    reply.header('content-length', range === null ? size : range.end - range.start + 1);
    if (request.method === 'HEAD') {
      await handle.close();
      // An empty stream: fastify would put its own length of 0 on an empty body.
      return reply.send(Readable.from([]));
    }
    return reply.send(handle.createReadStream(range ?? {}));
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Parts are answered to GET alone, and only of the file that the client has begun with. */
function rangesOf({ method, headers }: FastifyRequest, etag: string, mtimeMs: number): string | undefined {
  if (method !== 'GET') return undefined;
  const { range } = headers;
  const condition = headers['if-range'];
  const isSame = typeof condition !== 'string' || condition === etag || isTimeOf(condition, mtimeMs);
  return isSame ? range : undefined;
}

function clientHas({ headers }: FastifyRequest, etag: string, mtimeMs: number): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) {
    const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes(etag) || tags.includes('*');
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(mtimeMs / 1000) * 1000 <= since;
}

const isTimeOf = (text: string, mtimeMs: number): boolean => Date.parse(text) === Math.floor(mtimeMs / 1000) * 1000;

async function openOrRefuse(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new HttpError('not_found');
    throw error;
  }
}
