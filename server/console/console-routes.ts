import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { HttpError } from '../http/http-error.ts';
import { ignoreBodies } from '../http/ignore-bodies.ts';
import { keepBodies } from '../http/json-body.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { ServerContext } from '../http/server-context.ts';
import type { ConsoleContext } from './console-context.ts';
import { refuse } from './http/refuse.ts';
import { requireOwnPage } from './http/require-own-page.ts';
import { requirePerson } from './http/require-person.ts';
import { SessionCookie } from './http/session-cookie.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { analysisRoutes, consoleStartRoute } from './routes/analysis-routes.ts';
import { pageRoutes } from './routes/page-routes.ts';
import { progressRoute } from './routes/progress-route.ts';
import { reportRoute } from './routes/report-route.ts';
import { sessionRoutes, signInRoutes } from './routes/session-routes.ts';
import { consoleSubjectRoutes } from './routes/subject-routes.ts';
import { consoleWebhookRoutes } from './routes/webhook-routes.ts';
import { SignInDesk } from './sign-in/sign-in-desk.ts';

/** Everything under `/console`: the page for anybody, its API for people who have signed in and for pages of this server alone. */
export function consoleRoutes(
  app: FastifyInstance,
  context: ServerContext,
  own: ConsoleContext,
  rateLimit: RateLimit,
): void {
  const { publicUrl, now } = context;
  const cookie = new SessionCookie(publicUrl?.startsWith('https:') ?? false);
  const desk = new SignInDesk({ ...own, now });
  const session = { context, own, cookie, desk };
  app.decorateRequest('session', null);
  app.register(async (pages) => {
    ignoreBodies(pages);
    pageRoutes(pages, own.pages);
  });
  app.register(async (api) => {
    api.setErrorHandler(refuse);
    requireOwnPage(api, publicUrl);
    api.register(async (anybody) => {
      keepBodies(anybody);
      signInRoutes(anybody, session);
    });
    api.register(async (people) => {
      requirePerson(people, { ...own, cookie, now });
      limitChanges(people, rateLimit, now);
      people.register(async (forms) => {
        ignoreBodies(forms);
        forms.register(multipart, { throwFileSizeLimit: false });
        consoleStartRoute(forms, context);
      });
      people.register(async (json) => {
        keepBodies(json);
        sessionRoutes(json, session);
        progressRoute(json, { own, cookie, now });
        analysisRoutes(json, context, own);
        reportRoute(json, context, own);
        consoleSubjectRoutes(json, context, own);
        accountRoutes(json, context, own);
        consoleWebhookRoutes(json, context, own);
      });
    });
  });
}

/** What changes something counts as a request of the partner; a page that looks does not. */
function limitChanges(app: FastifyInstance, rateLimit: RateLimit, now: () => number): void {
  app.addHook('onRequest', async ({ method, session }) => {
    if (session === null || method === 'GET' || method === 'HEAD') return;
    const waitS = rateLimit.waitS(session.partnerId, now());
    if (waitS !== null) throw new HttpError('rate_limited', { retryAfterS: waitS });
  });
}
