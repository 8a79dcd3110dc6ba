import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError } from './http-error.ts';
import type { RateLimit } from './rate-limit.ts';
import type { ServerContext } from './server-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The partner whose key came with the request; empty on routes without a key. */
    partnerId: string;
  }
}

/** Lets only requests with a valid `apiKey` pass, and so many a minute, before anything of the body is read. */
export function requirePartner(
  app: FastifyInstance,
  { accounts, now }: Pick<ServerContext, 'accounts' | 'now'>,
  rateLimit: RateLimit,
): void {
  app.decorateRequest('partnerId', '');
  app.addHook('onRequest', async (request) => {
    const key = apiKeyOf(request);
    if (key === '') throw new HttpError('api_key_missing');
    const partnerId = await accounts.partnerOf(key);
    if (partnerId === null) throw new HttpError('api_key_invalid');
    const waitS = rateLimit.waitS(partnerId, now());
    if (waitS !== null) throw new HttpError('rate_limited', { retryAfterS: waitS });
    request.partnerId = partnerId;
  });
}

/** Of a key that was sent several times the last counts. */
function apiKeyOf(request: FastifyRequest): string {
  const { apiKey } = request.query as { readonly apiKey?: string | readonly string[] };
  return (typeof apiKey === 'string' ? apiKey : apiKey?.at(-1)) ?? '';
}
