import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Session, SessionStore } from '../../accounts/session-store.ts';
import { hashSessionToken } from '../../accounts/session-token.ts';
import { unattendedHeader } from '../api/unattended.ts';
import { ConsoleError } from '../console-errors.ts';
import type { SessionCookie } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, on routes of the console that ask for somebody; null elsewhere. */
    session: Session | null;
  }
}

/** So often is it written down that a session is used, milliseconds. */
const useEveryMs = 60_000;

export interface RequirePerson {
  readonly sessions: SessionStore;
  readonly cookie: SessionCookie;
  readonly now: () => number;
}

/** Lets only requests of people pass who are signed in, before anything of the body is read. */
export function requirePerson(app: FastifyInstance, by: RequirePerson): void {
  app.addHook('onRequest', async (request) => {
    request.session = await findSession(request, by);
    if (request.session === null) throw new ConsoleError('not_signed_in');
  });
}

/** The session that a request's cookie names, whose use is noted where somebody asks and not their page; null for nobody's. */
export async function findSession(
  request: FastifyRequest,
  { sessions, cookie, now }: RequirePerson,
): Promise<Session | null> {
  const token = cookie.tokenIn(request.headers.cookie);
  if (token === null) return null;
  const hash = hashSessionToken(token);
  const session = await sessions.find(hash, now());
  if (session === null || isUnattended(request) || now() - session.usedAtMs < useEveryMs) return session;
  try {
    await sessions.use(hash, now());
  } catch (error) {
    // A full disk is no reason to show nothing; the session ends sooner.
    request.log.warn({ err: error }, 'the use of a session could not be noted');
  }
  return session;
}

/** What changes something is asked by somebody. */
const isUnattended = ({ method, headers, routeOptions }: FastifyRequest): boolean =>
  routeOptions.config?.isUnattended === true || (method === 'GET' && headers[unattendedHeader] === '1');
