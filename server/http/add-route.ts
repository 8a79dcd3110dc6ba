import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerOf, BodyOf, Operation, ParamsOf } from '../contract/operations/operation.ts';
import type { FieldError } from '../contract/schemas/errors.ts';
import type { FieldInspector } from './field-inspector.ts';
import { type JsonChecks, jsonBodyOf } from './json-body.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the contract says of the route. */
    operation?: Operation;
  }
}

/** A request as a handler gets it: read and checked by the operation's schemas. */
export interface Call<T extends Operation> {
  readonly partnerId: string;
  readonly params: ParamsOf<T>;
  readonly body: BodyOf<T>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A body that is written while it is read from elsewhere. */
export interface Streamed<T extends Operation> {
  readonly status: keyof T['answers'] & number;
  readonly type: string;
  readonly stream: Readable | string;
}

export type Reply<T extends Operation> = AnswerOf<T> | Streamed<T>;

/** How an operation's JSON is read beside its schema. */
export interface RouteOptions<T extends Operation> {
  readonly inspectFields?: FieldInspector | undefined;
  /** What is wrong with fields beyond what their schemas say; shown those that fit their schemas. */
  readonly judgeFields?: (fields: Partial<BodyOf<T>>) => readonly FieldError[];
}

/** Registers an operation under its path and its other spellings. Its schemas read the request and type the answer. */
export function addRoute<T extends Operation, const R extends Reply<T>>(
  app: FastifyInstance,
  operation: T,
  handle: (call: Call<T>) => Promise<R>,
  options: RouteOptions<T> = {},
): void {
  for (const path of [operation.path, ...(operation.aliases ?? [])]) {
    app.route({
      method: operation.method,
      url: routeUrl(path),
      config: { operation },
      handler: async (request, reply) => {
        const { schema } = operation.body ?? {};
        const isJson = operation.body?.type === 'application/json' && schema !== undefined;
        const answer = await handle({
          partnerId: request.partnerId,
          params: request.params as ParamsOf<T>,
          body: (isJson ? jsonBodyOf(request, schema, options as JsonChecks) : undefined) as BodyOf<T>,
          request,
          reply,
        });
        reply.code(answer.status);
        return 'stream' in answer ? reply.type(answer.type).send(answer.stream) : reply.send(answer.body);
      },
    });
  }
}

/** `/analysis/{analysis_id}` as the router writes it. */
export const routeUrl = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
