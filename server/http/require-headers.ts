import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError } from './http-error.ts';

/** A name or an address, and perhaps a port, or nothing, as RFC 9112, 3.2 has it: links begin with it. */
const hostPattern = /^(([\w.~-]+|\[[\da-f:.]+\])(:\d{0,5})?)?$/i;

/** More header fields than any client or proxy sends. */
const mostHeaders = 100;

/**
 * Refuses requests without exactly one `Host` that names a host, as RFC 9112, 3.2 demands; those of HTTP/1.0 may have none. Refuses those
 * with more header fields than make sense.
 */
export function requireHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.rawHeaders.length / 2 > mostHeaders) throw new HttpError('header_too_large');
    const count = hosts(raw);
    const isNamed = count === 1 && hostPattern.test(raw.headers.host ?? '');
    if (!isNamed && !(count === 0 && raw.httpVersion === '1.0')) throw new HttpError('malformed_request');
  });
}

/** Header fields named so; Node itself shows only the first. */
const hosts = ({ rawHeaders }: FastifyRequest['raw']): number =>
  rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
