import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Nullable } from '../../contract/schemas/nullable.ts';
import { heightLimits, weightLimits } from '../../contract/schemas/start.ts';
import { findSubject } from '../../http/find-subject.ts';
import { HttpError } from '../../http/http-error.ts';
import type { ServerContext } from '../../http/server-context.ts';
import type { Subject, SubjectChanges } from '../../store/subject-store.ts';
import type { ConsoleSubject, ConsoleSubjectList, SubjectHistory, SubjectRequest } from '../api/subjects.ts';
import type { ConsoleContext } from '../console-context.ts';
import { type ConsoleAnswer, consoleRoute, readBody } from '../http/console-route.ts';
import { SubjectHistories } from './subject-histories.ts';

const SubjectSchema = Type.Object({
  name: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 254 }))),
  heightM: Type.Optional(Nullable(Type.Number(heightLimits))),
  weightKg: Type.Optional(Nullable(Type.Number(weightLimits))),
});

/** Subjects, and what was measured of them over time. */
export function consoleSubjectRoutes(app: FastifyInstance, context: ServerContext, own: ConsoleContext): void {
  const { subjects, now, newId } = context;
  const histories = new SubjectHistories(own);
  consoleRoute(
    app,
    'GET',
    '/subjects',
    async ({ partnerId }): Promise<ConsoleAnswer<ConsoleSubjectList>> => ({
      status: 200,
      body: { subjects: (await subjects.list(partnerId)).map(subjectBody) },
    }),
  );
  consoleRoute(app, 'POST', '/subjects', async ({ partnerId, request }): Promise<ConsoleAnswer<ConsoleSubject>> => {
    const asked: SubjectRequest = readBody(request, SubjectSchema);
    const empty = { email: null, name: null, heightM: null, weightKg: null };
    const subject: Subject = { ...empty, ...changesOf(asked), id: newId(), partnerId, createdAtMs: now() };
    await subjects.create(subject);
    return { status: 201, body: subjectBody(subject) };
  });
  consoleRoute(
    app,
    'GET',
    '/subjects/:id',
    async ({ partnerId, id }): Promise<ConsoleAnswer<ConsoleSubject>> => ({
      status: 200,
      body: subjectBody(await findSubject(context, partnerId, id)),
    }),
  );
  consoleRoute(
    app,
    'PUT',
    '/subjects/:id',
    async ({ partnerId, id, request }): Promise<ConsoleAnswer<ConsoleSubject>> => {
      const asked: SubjectRequest = readBody(request, SubjectSchema);
      if (!(await subjects.update(partnerId, id, changesOf(asked)))) throw new HttpError('subject_not_found');
      return { status: 200, body: subjectBody(await findSubject(context, partnerId, id)) };
    },
  );
  consoleRoute(app, 'DELETE', '/subjects/:id', async ({ partnerId, id }) => {
    if (!(await subjects.remove(partnerId, id, now()))) throw new HttpError('subject_not_found');
    return { status: 204 };
  });
  consoleRoute(
    app,
    'GET',
    '/subjects/:id/history',
    async ({ partnerId, id }): Promise<ConsoleAnswer<SubjectHistory>> => {
      await findSubject(context, partnerId, id);
      return { status: 200, body: await histories.of(partnerId, id) };
    },
  );
}

const changesOf = ({ name, email, heightM, weightKg }: SubjectRequest): SubjectChanges => ({
  ...(email !== undefined && { email }),
  ...(name !== undefined && { name }),
  ...(heightM !== undefined && { heightM }),
  ...(weightKg !== undefined && { weightKg }),
});

const subjectBody = ({ id, name, email, heightM, weightKg, createdAtMs }: Subject): ConsoleSubject => ({
  id,
  name,
  email,
  heightM,
  weightKg,
  createdAtMs,
});
