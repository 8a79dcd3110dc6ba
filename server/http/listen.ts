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
    throw new StrideError('address_unavailable', `${host}:${port}, ${listenFault(cause)}`, { cause });
  }
}

const listenFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'this user may not use the port',
  ENOTFOUND: 'the host is not known',
};

function listenFault(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return listenFaults['code' in cause ? String(cause.code) : ''] ?? cause.message;
}
