import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '../../store/media/stored-file.ts';

/** Answers with a file of JSON as it is kept, compressed on its way where the browser takes that. The file is closed in any case. */
export async function sendJsonFile(file: StoredFile, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (!isZipped) {
    reply.header('content-length', file.sizeBytes).send(file.read(null));
    return;
  }
  const zip = createGzip();
  // What breaks off breaks the answer off, which says so to the browser.
  pipeline(file.read(null), zip, (error) => {
    if (error) request.log.warn({ err: error }, 'a file could not be sent to its end');
  });
  reply.header('content-encoding', 'gzip').send(zip);
}
