import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Exchange, identityOf, type RecordedBody } from './exchange.ts';
import { recordedRequest } from './recorded-request.ts';
import { addressMark, Scrubber } from './scrubber.ts';

const mostBytes = 40 * 1024 * 1024;

/**
 * A server that answers as was recorded. The same question is answered each time with what it was answered next, and in the end
 * with the last answer again. Keys may be any: the first that is used counts as the recording's first. It does not listen yet.
 */
export function replayServer(exchanges: readonly Exchange[]): FastifyInstance {
  const answers = new Map<string, Exchange['answer'][]>();
  for (const { request, answer } of exchanges) {
    const identity = identityOf(request);
    answers.set(identity, [...(answers.get(identity) ?? []), answer]);
  }
  const given = new Map<string, number>();
  const scrubber = new ReplayScrubber();
  const app = fastify({ bodyLimit: mostBytes });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.all('/*', async (request, reply) => {
    const asked = await recordedRequest(request.method, request.url, {}, Buffer.alloc(0), scrubber);
    const identity = identityOf(asked);
    const known = answers.get(identity);
    if (known === undefined)
      return reply
        .code(404)
        .send({ detail: `Not in the recording: ${asked.method} ${asked.path}`, code: 'not_recorded' });
    const turn = given.get(identity) ?? 0;
    given.set(identity, turn + 1);
    const answer = known[Math.min(turn, known.length - 1)];
    return sendAnswer(reply, answer, `${request.protocol}://${request.host}`);
  });
  return app;
}

/** A recording's ids and names are stand-ins already, and a client sends them back as it got them. */
class ReplayScrubber extends Scrubber {
  override id(id: string): string {
    return id.toLowerCase();
  }

  override text(text: string): string {
    return text;
  }
}

function sendAnswer(reply: FastifyReply, { status, headers, body }: Exchange['answer'], address: string): FastifyReply {
  const text = (value: unknown): string => JSON.stringify(value).replaceAll(addressMark, address);
  reply.code(status).headers(headers);
  return reply.send(contentOf(body, text));
}

function contentOf(body: RecordedBody, text: (value: unknown) => string): string | Buffer | undefined {
  if (body.kind === 'json') return text(body.value);
  if (body.kind === 'lines') return `${body.values.map(text).join('\n')}\n`;
  // Of anything else only the length is known.
  return body.kind === 'bytes' ? Buffer.alloc(body.length) : undefined;
}
