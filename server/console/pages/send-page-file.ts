import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged } from '../../http/is-unchanged.ts';
import type { Encoding, PageFile } from './console-pages.ts';

const preferred: readonly Encoding[] = ['br', 'gzip'];

/** Answers with a file in the shortest form that the browser takes, or 304 to one that has it. */
export function sendPageFile(
  file: PageFile,
  headers: Readonly<Record<string, string>>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const encoding = encodingFor(file, request.headers['accept-encoding']);
  const etag = `"${file.hash}-${encoding}"`;
  reply.headers({ ...headers, etag, vary: 'accept-encoding' });
  // These files have no time of change: without a tag they are sent.
  if (request.headers['if-none-match'] !== undefined && isUnchanged(request.headers, { etag, modifiedMs: 0 }))
    return reply.code(304).send();
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(file.type).send(file.bytes.get(encoding));
}

/** What of a file's encodings a browser takes (RFC 9110, 12.5.3): one that it names, unless to rule it out. */
function encodingFor({ bytes }: PageFile, accepted: string | undefined): Encoding {
  const taken = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((range) => range.split(';').map((part) => part.trim()))
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
      .map(([name]) => name),
  );
  return preferred.find((encoding) => bytes.has(encoding) && taken.has(encoding)) ?? 'identity';
}
