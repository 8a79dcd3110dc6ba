import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import type { Session } from '../../accounts/session-store.ts';
import type { FieldError } from '../../contract/schemas/errors.ts';
import { jsonBodyOf } from '../../http/json-body.ts';
import { ConsoleError } from '../console-errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route is the console's, of which the contract says nothing. */
    isConsole?: true;
    /** Whether pages ask for it by themselves, whether or not somebody looks at them: that is no use of a session. */
    isUnattended?: true;
  }
}

/** A request of somebody who is signed in. */
export interface ConsoleCall {
  readonly person: Session;
  readonly partnerId: string;
  /** The `:id` of the path, in small letters; empty where it has none. */
  readonly id: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What is answered; without a body it has none. */
export interface ConsoleAnswer<T = unknown> {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: T;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Registers what is asked under `/console/api`. A route whose handler sends by itself returns null. */
export function consoleRoute(
  app: FastifyInstance,
  method: Method,
  path: string,
  handle: (call: ConsoleCall) => Promise<ConsoleAnswer | null>,
  config: { readonly isUnattended?: true } = {},
): void {
  app.route({
    method,
    url: `/console/api${path}`,
    config: { isConsole: true, ...config },
    handler: async (request, reply) => {
      const { session } = request;
      if (session === null) throw new ConsoleError('not_signed_in');
      const { id = '' } = request.params as { readonly id?: string };
      const answer = await handle({
        person: session,
        partnerId: session.partnerId,
        id: id.toLowerCase(),
        request,
        reply,
      });
      return answer === null ? reply : reply.code(answer.status).send(answer.body);
    },
  });
}

/**
 * The JSON of a request, read by a schema.
 *
 * @throws FieldsError
 */
export const readBody = <S extends TObject>(
  request: FastifyRequest,
  schema: S,
  judgeFields?: (fields: Partial<Static<S>>) => readonly FieldError[],
): Static<S> =>
  jsonBodyOf(request, schema, judgeFields === undefined ? {} : { judgeFields: judgeFields as never }) as Static<S>;
