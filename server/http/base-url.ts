import type { FastifyRequest } from 'fastify';
import type { ServerContext } from './server-context.ts';

/** Where this server is reached, without a slash at its end: as the operator says, else as the request says. */
export const baseUrl = ({ publicUrl }: Pick<ServerContext, 'publicUrl'>, request: FastifyRequest): string =>
  publicUrl ?? `${request.protocol}://${request.host || ownAddress(request)}`;

/** For clients of HTTP/1.0, which may send no `Host`. */
const ownAddress = ({ socket }: FastifyRequest): string => `${socket.localAddress}:${socket.localPort}`;
