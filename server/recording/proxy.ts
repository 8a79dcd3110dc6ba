import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Dispatcher, request as send } from 'undici';
import type { Exchange, RecordedBody, RecordedRequest } from './exchange.ts';
import { readBody } from './read-body.ts';
import { recordedRequest } from './recorded-request.ts';
import type { RecordingWriter } from './recording-file.ts';
import { Scrubber } from './scrubber.ts';

/** Above the 30 MB of a video with its form. */
const mostBytes = 40 * 1024 * 1024;
const forwardTimeoutMs = 120_000;

/** Between one connection and the next, and not between ends: RFC 9110, 7.6.1. */
const hopByHop = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const keptHeaders = ['content-type', 'retry-after'];

export interface ProxyOptions {
  /** Address of the server that is recorded, such as `https://api.example.com`. */
  readonly target: string;
  readonly recording: RecordingWriter;
  /** Told each exchange once it is kept. */
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onFault?: (fault: ProxyFault) => void;
}

/** A request that the recorded server did not answer, or an exchange that could not be kept. */
export interface ProxyFault {
  readonly kind: 'unanswered' | 'not_kept';
  /** Without secrets, as it would be kept. */
  readonly request: RecordedRequest;
  readonly cause: unknown;
}

/** A server that passes every request on, answers as it is answered, and keeps both without secrets. It does not listen yet. */
export function recordingProxy({ target, recording, onExchange, onFault }: ProxyOptions): FastifyInstance {
  const scrubber = new Scrubber();
  const tell = onFault ?? (() => undefined);
  const base = target.replace(/\/+$/, '');
  const app = fastify({ bodyLimit: mostBytes, routerOptions: { ignoreTrailingSlash: false } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.all('/*', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    // Keys are numbered as they arrive, not as their answers do.
    const kept = await recordedRequest(request.method, request.url, request.headers, body, scrubber);
    const answer = await forward(`${base}${request.url}`, request, body).catch((cause: unknown) => {
      tell({ kind: 'unanswered', request: kept, cause });
      return null;
    });
    if (answer === null)
      return reply.code(502).send({ detail: 'The server that is recorded cannot be reached.', code: 'unreachable' });
    const { statusCode, headers, bytes } = answer;
    try {
      const exchange: Exchange = {
        request: kept,
        answer: {
          status: statusCode,
          headers: recordedHeaders(headers),
          body: await answerBody(headers, bytes, scrubber),
        },
      };
      await recording.add(exchange);
      onExchange?.(exchange);
    } catch (cause) {
      // The client is answered in any case: whether it is recorded is no matter of its own.
      tell({ kind: 'not_kept', request: kept, cause });
    }
    return reply
      .code(statusCode)
      .headers(passedOn(headers))
      .send(bytes.length === 0 ? undefined : bytes);
  });
  return app;
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** The whole answer: one that breaks off on the way is none. */
async function forward(url: string, { method, headers }: FastifyRequest, body: Buffer): Promise<Answer> {
  const answer = await send(url, {
    method: method as Dispatcher.HttpMethod,
    headers: { ...passedOn(headers), 'accept-encoding': 'identity' },
    body: body.length === 0 ? null : body,
    headersTimeout: forwardTimeoutMs,
    bodyTimeout: forwardTimeoutMs,
  });
  return {
    statusCode: answer.statusCode,
    headers: answer.headers,
    bytes: Buffer.from(await answer.body.arrayBuffer()),
  };
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const passedOn = (headers: Headers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (header): header is [string, string | string[]] => header[1] !== undefined && !hopByHop.has(header[0]),
    ),
  );

const recordedHeaders = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    keptHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );

const answerBody = (headers: Headers, bytes: Buffer, scrubber: Scrubber): Promise<RecordedBody> =>
  readBody(headers['content-type'] === undefined ? null : String(headers['content-type']), bytes, scrubber);
