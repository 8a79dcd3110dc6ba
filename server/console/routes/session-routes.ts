import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { languages } from '../../../engine/score/language.ts';
import { passwordFault, passwordLength } from '../../accounts/password-rules.ts';
import { type Session, sessionLimits } from '../../accounts/session-store.ts';
import { hashSessionToken } from '../../accounts/session-token.ts';
import { FieldsError } from '../../http/http-error.ts';
import type { ServerContext } from '../../http/server-context.ts';
import type { LanguageRequest, PasswordRequest, SessionBody, SignInRequest } from '../api/session.ts';
import type { ConsoleContext } from '../console-context.ts';
import { ConsoleError } from '../console-errors.ts';
import { consoleRoute, readBody } from '../http/console-route.ts';
import { findSession } from '../http/require-person.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import { clientAddress } from '../sign-in/client-address.ts';
import type { SignInDesk } from '../sign-in/sign-in-desk.ts';

export interface SessionRoutes {
  readonly context: Pick<ServerContext, 'publicUrl' | 'now'>;
  readonly own: Pick<ConsoleContext, 'sessions' | 'people'>;
  readonly cookie: SessionCookie;
  readonly desk: SignInDesk;
}

const SignInSchema = Type.Object({
  name: Type.String({ maxLength: passwordLength.maximum }),
  password: Type.String({ maxLength: passwordLength.maximum }),
});
const LanguageSchema = Type.Object({ language: Type.Enum(languages) });
const PasswordSchema = Type.Object({
  current: Type.String({ maxLength: passwordLength.maximum }),
  next: Type.String({ maxLength: passwordLength.maximum }),
});

/** `GET`, `POST` and `DELETE /console/api/session`, which ask for nobody who is signed in. */
export function signInRoutes(app: FastifyInstance, { context, own, cookie, desk }: SessionRoutes): void {
  const config = { isConsole: true } as const;
  const endSessionOf = async (request: FastifyRequest): Promise<void> => {
    const token = cookie.tokenIn(request.headers.cookie);
    if (token !== null) await own.sessions.end(hashSessionToken(token));
  };
  app.post('/console/api/session', { config }, async (request, reply) => {
    const { name, password }: SignInRequest = readBody(request, SignInSchema);
    const address = clientAddress(request, context.publicUrl !== null);
    const { token, session } = await desk.signIn(name, password, address).catch((error: unknown) => {
      // Who, is not logged: people type passwords into the wrong field.
      if (error instanceof ConsoleError) request.log.warn({ code: error.code, address }, 'somebody was not let in');
      throw error;
    });
    await endSessionOf(request);
    return reply.header('set-cookie', cookie.of(token)).send(bodyOf(session));
  });
  // A refusal would be an error on the console of every visitor's browser.
  app.get('/console/api/session', { config }, async (request, reply) => {
    const session = await findSession(request, { ...own, cookie, now: context.now });
    return session === null ? reply.code(204).send() : reply.send(bodyOf(session));
  });
  app.delete('/console/api/session', { config }, async (request, reply) => {
    await endSessionOf(request);
    return reply.header('set-cookie', cookie.ended).code(204).send();
  });
}

/** What somebody who is signed in asks and changes of themselves. */
export function sessionRoutes(app: FastifyInstance, { context, own, cookie, desk }: SessionRoutes): void {
  consoleRoute(app, 'PUT', '/session/language', async ({ person, request }) => {
    const { language }: LanguageRequest = readBody(request, LanguageSchema);
    await own.people.setLanguage(person.personId, language);
    return { status: 204 };
  });
  consoleRoute(app, 'PUT', '/session/password', async ({ person, request }) => {
    const { current, next }: PasswordRequest = readBody(request, PasswordSchema);
    const fault = passwordFault(next, person.name);
    if (fault !== null)
      throw new FieldsError([{ loc: ['body', 'next'], msg: `Value error, ${fault}`, type: 'value_error' }]);
    const token = cookie.tokenIn(request.headers.cookie) ?? '';
    await desk.changePassword(person, token, current, next, clientAddress(request, context.publicUrl !== null));
    return { status: 204 };
  });
}

const bodyOf = ({ name, partnerId, partner, language, expiresAtMs }: Session): SessionBody => ({
  name,
  partnerId,
  partner,
  language,
  expiresAtMs,
  idleMs: sessionLimits.idleMs,
});
