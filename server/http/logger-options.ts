import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../config/settings.ts';
import { logOutput } from '../logs/log-output.ts';
import { redactSecrets } from '../logs/redact-secrets.ts';

/**
 * JSON lines on standard output, with paths in place of URLs: their queries carry API keys and signatures. What of such a kind still
 * comes into a line, in a path, a message or a stack, is taken out as it is written.
 */
export function loggerOptions(level: LogLevel | false): NonNullable<FastifyServerOptions['logger']> {
  if (level === false) return false;
  return {
    level,
    stream: logOutput(),
    hooks: { streamWrite: redactSecrets },
    serializers: {
      req: ({ method, url, ip }: FastifyRequest) => ({ method, path: pathOf(url), remoteAddress: ip }),
    },
  };
}

/** Longer paths lead nowhere here. */
const longestPath = 300;

const pathOf = (url: string): string => url.replace(/[?#].*$/s, '').slice(0, longestPath);
