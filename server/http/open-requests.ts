import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Ends a connection that has asked for more than it has taken the answers of: what is answered waits in memory until it is read, and
 * requests that come in one piece are all begun at once.
 *
 * @param most Requests of one connection that may be without their whole answer.
 */
export function limitOpenRequests(app: FastifyInstance, most: number): void {
  const server = app.server as Server;
  const open = new WeakMap<Socket, number>();
  const count = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    const requests = (open.get(socket) ?? 0) + 1;
    open.set(socket, requests);
    response.once('close', () => open.set(socket, (open.get(socket) ?? 1) - 1));
    if (requests > most) socket.destroy();
  };
  server.prependListener('request', count);
  server.prependListener('checkExpectation', count);
  // What else came in the same piece is still handed on; nobody is there to read an answer.
  app.addHook('onRequest', async ({ raw }, reply) => (raw.socket.destroyed ? reply.hijack() : undefined));
}
