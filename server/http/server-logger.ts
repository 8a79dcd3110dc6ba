import { type FastifyBaseLogger, fastify } from 'fastify';

/** A logger that writes paths without their queries, which carry API keys and signatures. */
export function createLogger(enabled: boolean): FastifyBaseLogger {
  if (!enabled) return fastify({ logger: false }).log;
  return fastify({
    logger: {
      level: 'info',
      serializers: {
        req: ({ method, url, ip }) => ({ method, path: pathOf(url), remoteAddress: ip }),
      },
    },
  }).log;
}

/** A URL without its query. */
export const pathOf = (url: string): string => url.replace(/[?#].*$/s, '');
