import type { FastifyInstance } from 'fastify';
import type { Session, SessionStore } from '../../accounts/session-store.ts';
import { hashSessionToken } from '../../accounts/session-token.ts';
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
export function requirePerson(app: FastifyInstance, { sessions, cookie, now }: RequirePerson): void {
  app.addHook('onRequest', async (request) => {
    const token = cookie.tokenIn(request.headers.cookie);
    if (token === null) throw new ConsoleError('not_signed_in');
    const hash = hashSessionToken(token);
    const session = await sessions.find(hash, now());
    if (session === null) throw new ConsoleError('not_signed_in');
    request.session = session;
    if (now() - session.usedAtMs < useEveryMs) return;
    try {
      await sessions.use(hash, now());
    } catch (error) {
      // A full disk is no reason to show nothing; the session ends sooner.
      request.log.warn({ err: error }, 'the use of a session could not be noted');
    }
  });
}
