import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { LogLevel } from '../config/settings.ts';
import { consoleRoutes } from '../console/console-routes.ts';
import { limitConnections } from './connection-limit.ts';
import { answerUnknownRoutes, malformedRequestBytes, refuseExpectation, sendError } from './error-replies.ts';
import { defaultHttpLimits, type HttpLimits } from './http-limits.ts';
import { ignoreBodies } from './ignore-bodies.ts';
import { keepBodies } from './json-body.ts';
import { loggerOptions } from './logger-options.ts';
import { limitOpenRequests } from './open-requests.ts';
import { RateLimit } from './rate-limit.ts';
import { answerRequestIds, requestIdOf } from './request-ids.ts';
import { requireHeaders } from './require-headers.ts';
import { requirePartner } from './require-partner.ts';
import { analysisListRoutes } from './routes/analysis-lists.ts';
import { calculatedDataRoute } from './routes/calculated-data.ts';
import { deleteAnalysisRoute } from './routes/delete-analysis.ts';
import { frameDataRoute } from './routes/frame-data.ts';
import { healthRoute } from './routes/health.ts';
import { mediaRoute } from './routes/media.ts';
import { readinessRoute } from './routes/readiness.ts';
import { resultsRoute } from './routes/results.ts';
import { serviceDocumentRoutes } from './routes/service-documents.ts';
import { startRoute } from './routes/start.ts';
import { subjectRoutes } from './routes/subjects.ts';
import { webhookRoutes } from './routes/webhook.ts';
import { addSecurityHeaders, secureAnswers } from './security-headers.ts';
import type { ServerContext } from './server-context.ts';
import { endUnreadAnswers } from './unread-answers.ts';
import { type AnswerWatcher, watchAnswers } from './watch-answers.ts';

/** Bytes of a request's first line and headers together. */
const maxHeaderBytes = 16_384;
/** How often connections are looked at that take too long, at most. */
const longestCheckMs = 5000;

export interface HttpOptions {
  /** The least severe lines that are logged to standard output; false for none. */
  readonly log: LogLevel | false;
  /** Makes the ids of requests that bring none, and has every answer tell the id; by default they are counted and not told. */
  readonly newRequestId?: (() => string) | undefined;
  /** Shown every answer before it goes out; none in production. */
  readonly watcher?: AnswerWatcher | undefined;
  /** Adds what comes before every route, such as hooks. */
  readonly extend?: (app: FastifyInstance) => void;
  readonly limits?: HttpLimits;
}

/** The HTTP side of the server: routes, errors, limits. It listens only once it is told to. */
export function createServer(
  context: ServerContext,
  { log, newRequestId, watcher, extend, limits = defaultHttpLimits }: HttpOptions,
): FastifyInstance {
  const { requestTimeoutMs, headersTimeoutMs, keepAliveTimeoutMs, connections, openRequests, unreadMs } = limits;
  let requests = 0;
  const counted = (): string => String(++requests);
  const app = fastify({
    logger: loggerOptions(log),
    logController: new LogController({ requestIdLogLabel: 'requestId' }),
    genReqId: ({ headers }) => requestIdOf(headers['x-request-id'], newRequestId ?? counted),
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // What comes while the server closes is still answered; fastify's own refusal has not the contract's form.
    return503OnClosing: false,
    http: {
      // Node's own refusal has no body; `requireHeaders` sees to it.
      requireHostHeader: false,
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: Math.min(longestCheckMs, headersTimeoutMs / 2),
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => void sendError(error, request, addSecurityHeaders(reply)),
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(malformedRequestBytes('code' in error ? String(error.code) : undefined));
      else socket.destroy();
    },
  });
  app.setErrorHandler(sendError);
  app.server.on('checkExpectation', refuseExpectation);
  limitConnections(app.server, connections);
  limitOpenRequests(app, openRequests);
  endUnreadAnswers(app.server, unreadMs);
  secureAnswers(app);
  if (newRequestId !== undefined) answerRequestIds(app);
  if (watcher !== undefined) watchAnswers(app, watcher);
  extend?.(app);
  requireHeaders(app);
  const known = collectRoutes(app);
  const rateLimit = new RateLimit(context.requestsPerMinute);
  app.register(async (open) => {
    healthRoute(open);
    readinessRoute(open, context);
    mediaRoute(open, context);
    serviceDocumentRoutes(open, context);
  });
  app.register(async (forms) => {
    // Any other body counts as an empty form, and the route says which fields are missing.
    ignoreBodies(forms);
    forms.register(multipart, { throwFileSizeLimit: false });
    requirePartner(forms, context, rateLimit);
    startRoute(forms, context);
  });
  app.register(async (api) => {
    keepBodies(api);
    requirePartner(api, context, rateLimit);
    resultsRoute(api, context);
    calculatedDataRoute(api, context);
    frameDataRoute(api, context);
    analysisListRoutes(api, context);
    deleteAnalysisRoute(api, context);
    subjectRoutes(api, context);
    webhookRoutes(api, context);
  });
  const { console: own } = context;
  if (own !== undefined) app.register(async (scope) => consoleRoutes(scope, context, own, rateLimit));
  app.register(async (rest) => {
    ignoreBodies(rest);
    answerUnknownRoutes(rest, new Map([...known].map(([url, methods]) => [url, [...methods]])));
  });
  return app;
}

function collectRoutes(app: FastifyInstance): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set<string>();
    for (const name of typeof method === 'string' ? [method] : method) methods.add(name);
    known.set(url, methods);
  });
  return known;
}
