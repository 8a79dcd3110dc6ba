import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/** JSON lines on standard output, with paths in place of URLs: their queries carry API keys and signatures. */
export function loggerOptions(enabled: boolean): NonNullable<FastifyServerOptions['logger']> {
  if (!enabled) return false;
  return {
    level: 'info',
    serializers: {
      req: ({ method, url, ip }: FastifyRequest) => ({ method, path: pathOf(url), remoteAddress: ip }),
    },
  };
}

const pathOf = (url: string): string => url.replace(/[?#].*$/s, '');
