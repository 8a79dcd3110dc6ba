import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Of every answer, refusals and what is no HTTP request included: nothing is sniffed, kept, framed, run, or told to other sites.
 * Routes whose answers may be kept say so themselves.
 */
export const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const satisfies Readonly<Record<string, string>>;

/** Of pictures and videos: a client's page may show and frame them, and a browser that opens one alone may draw its player. */
export const mediaSecurityHeaders = {
  'content-security-policy': "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
} as const satisfies Readonly<Record<string, string>>;

/** Puts the headers on an answer before anything else is known of it. */
export const addSecurityHeaders = (reply: FastifyReply): FastifyReply => reply.headers(securityHeaders);

/** The same for every answer of the routes that are registered later. */
export function secureAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => void addSecurityHeaders(reply));
}
