import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { SentAnswer } from '../contract/answer-checker.ts';

/** Told of every answer before it goes out; by throwing it turns the answer into a 500. */
export type AnswerWatcher = (sent: SentAnswer) => void;

const readable = /^(application\/(json|x-ndjson|yaml)|text\/)/;

/** Shows every answer of the app to a watcher, but those of the console, of which the contract says nothing. For tests: streamed bodies are gathered in memory. */
export function watchAnswers(app: FastifyInstance, watch: AnswerWatcher): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.config.isConsole === true) return payload;
    const type = reply.getHeader('content-type')?.toString();
    const isGathered = payload instanceof Readable && readable.test(type ?? '');
    const body = isGathered ? await text(payload) : payload;
    watch({
      operation: request.routeOptions.config.operation ?? null,
      method: request.method,
      status: reply.statusCode,
      type,
      body: typeof body === 'string' ? body : '',
    });
    return body;
  });
}
