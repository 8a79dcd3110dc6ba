import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError } from './http-error.ts';

/** More header fields than any client or proxy sends. */
const mostHeaders = 100;

/**
 * Refuses requests without exactly one `Host`, as RFC 9112, 3.2 demands; those of HTTP/1.0 may have none. Refuses those with more header
 * fields than make sense.
 */
export function requireHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.rawHeaders.length / 2 > mostHeaders) throw new HttpError('header_too_large');
    const count = hosts(raw);
    if (count > 1 || (count === 0 && raw.httpVersion !== '1.0')) throw new HttpError('malformed_request');
  });
}

/** Header fields named so; Node itself shows only the first. */
const hosts = ({ rawHeaders }: FastifyRequest['raw']): number =>
  rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
