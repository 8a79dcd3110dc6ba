import type { FastifyInstance } from 'fastify';
import { StrideError } from '../../engine/errors/stride-error.ts';

/**
 * Takes connections from now on; a server that cannot is closed.
 *
 * @returns Base URL with the port that was taken.
 * @throws StrideError `address_unavailable`.
 */
export async function listen(app: FastifyInstance, port: number, host: string): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (cause) {
    await app.close();
    throw addressUnavailable(`${host}:${port}`, cause);
  }
}

/** What a person is told of an address that cannot be listened on. @param advice Where the place that names it is known. */
export const addressUnavailable = (address: string, cause: unknown, advice?: string): StrideError =>
  new StrideError('address_unavailable', `${address}: ${listenFault(cause)}`, {
    cause,
    ...(advice !== undefined && { advice }),
  });

const listenFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use by another program',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'this user may not use the port',
  ENOTFOUND: 'the host is not known',
};

function listenFault(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return listenFaults['code' in cause ? String(cause.code) : ''] ?? cause.message;
}
