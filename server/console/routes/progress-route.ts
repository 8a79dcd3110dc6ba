import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { hashSessionToken } from '../../accounts/session-token.ts';
import type { AnalysisProgress } from '../api/progress.ts';
import type { ConsoleContext } from '../console-context.ts';
import { ConsoleError } from '../console-errors.ts';
import { consoleRoute } from '../http/console-route.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import { ProgressHub } from '../progress/progress-hub.ts';

/** Pages that may listen at a time, and those of one person. */
const [mostListeners, mostOfPerson] = [200, 5];
/** When to ask again, seconds. */
const retryAfterS = 10;
/** How often the store is asked, how often a line is sent so that proxies keep the connection, and when the page has to connect again. */
const [everyMs, aliveMs, longestMs] = [1000, 10_000, 600_000];
/** Bytes that wait for a page that does not read, at most. */
const mostUnreadBytes = 65_536;

export interface ProgressRoute {
  readonly own: Pick<ConsoleContext, 'analysisPages' | 'sessions'>;
  readonly cookie: SessionCookie;
  readonly now: () => number;
}

/** `GET /console/api/analyses/events`: how far analyses are, as server-sent events (WHATWG HTML, 9.2). */
export function progressRoute(app: FastifyInstance, { own, cookie, now }: ProgressRoute): void {
  const open = new Map<ServerResponse, string>();
  const hub = new ProgressHub({
    pages: own.analysisPages,
    everyMs,
    now,
    onFault: (error) => app.log.warn({ err: error }, 'the progress of analyses could not be read'),
  });
  // A server that stops does not wait for pages that listen.
  app.addHook('preClose', async () => {
    for (const response of open.keys()) response.end();
  });
  consoleRoute(
    app,
    'GET',
    '/analyses/events',
    async ({ person, partnerId, request, reply }) => {
      // Of a page that left while its session was looked up no end is told any more: it would hold its place for ever.
      if (reply.raw.closed || reply.raw.destroyed) {
        reply.hijack();
        return null;
      }
      const ofPerson = [...open.values()].filter((id) => id === person.personId).length;
      if (open.size >= mostListeners || ofPerson >= mostOfPerson)
        throw new ConsoleError('too_many_listeners', retryAfterS);
      const session = hashSessionToken(cookie.tokenIn(request.headers.cookie) ?? '');
      const response = reply.raw;
      open.set(response, person.personId);
      response.once('close', () => open.delete(response));
      const send = (text: string): void => {
        if (response.writableLength > mostUnreadBytes) response.destroy();
        else if (response.writable) response.write(text);
      };
      const waiting: string[] = [];
      let isBegun = false;
      const stop = await hub
        .listen(partnerId, (progress) => {
          if (isBegun) send(eventOf(progress));
          else waiting.push(eventOf(progress));
        })
        .catch((error: unknown) => {
          open.delete(response);
          throw error;
        });
      reply.hijack();
      response.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        // nginx would hold events back.
        'x-accel-buffering': 'no',
      });
      isBegun = true;
      send(`retry: 2000\n\n${waiting.join('')}`);
      const endMs = now() + longestMs;
      const alive = setInterval(async () => {
        try {
          const isOver = now() >= endMs || (await own.sessions.find(session, now())) === null;
          if (isOver) response.end();
          else send(': \n\n');
        } catch (error) {
          request.log.warn({ err: error }, 'a session could not be looked up');
          response.end();
        }
      }, aliveMs).unref();
      const end = (): void => {
        clearInterval(alive);
        stop();
      };
      if (response.closed || response.destroyed) end();
      else response.once('close', end);
      return null;
    },
    { isUnattended: true },
  );
}

const eventOf = ({ id, status, percentage }: AnalysisProgress): string =>
  `event: analysis\ndata: ${JSON.stringify({ id, status, percentage })}\n\n`;
