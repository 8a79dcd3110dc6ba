import type { FastifyInstance, FastifyRequest } from 'fastify';
import { consoleHeader } from '../api/refusal.ts';
import { ConsoleError } from '../console-errors.ts';

const reading = new Set(['GET', 'HEAD']);

/**
 * Lets no page of another origin ask anything in a person's name. What changes something carries a header that a foreign page cannot
 * send without asking first, which is never allowed; and where the browser says which page asks, that is one of ours. The cookie is
 * not sent for other sites anyway (`SameSite=Strict`), but another port of this machine is the same site.
 *
 * @param publicUrl Where the server is reached, behind a proxy; null where requests say it.
 */
export function requireOwnPage(app: FastifyInstance, publicUrl: string | null): void {
  app.addHook('onRequest', async (request) => {
    if (!isOwn(request, publicUrl)) throw new ConsoleError('foreign_request');
  });
}

function isOwn(request: FastifyRequest, publicUrl: string | null): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (reading.has(request.method)) return site === undefined || site === 'same-origin' || site === 'none';
  if (request.headers[consoleHeader] !== '1') return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || isOwnOrigin(origin, request.host, publicUrl);
}

/** The proxy may have ended TLS: of the request itself only the host can be compared. */
function isOwnOrigin(origin: string, host: string, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return (publicUrl !== null && from.origin === new URL(publicUrl).origin) || from.host === withoutDefaultPort(host);
}

const withoutDefaultPort = (host: string): string => host.toLowerCase().replace(/:(80|443)$/, '');
