import type { FastifyInstance } from 'fastify';
import { createSubject } from '../../contract/operations/create-subject.ts';
import { deleteSubject } from '../../contract/operations/delete-subject.ts';
import { getSubject } from '../../contract/operations/get-subject.ts';
import { listSubjects } from '../../contract/operations/list-subjects.ts';
import { updateSubject } from '../../contract/operations/update-subject.ts';
import type { SubjectBody, SubjectFields } from '../../contract/schemas/subject.ts';
import { timestamp } from '../../contract/timestamp.ts';
import type { Subject, SubjectChanges } from '../../store/subject-store.ts';
import { addRoute } from '../add-route.ts';
import { findSubject } from '../find-subject.ts';
import { HttpError } from '../http-error.ts';
import type { ServerContext } from '../server-context.ts';

/** The five operations of subjects. */
export function subjectRoutes(app: FastifyInstance, context: ServerContext): void {
  const { subjects, now, newId } = context;
  addRoute(
    app,
    createSubject,
    async ({ partnerId, body }) => {
      const [id, createdAtMs] = [newId(), now()];
      const empty = { email: null, name: null, heightM: null, weightKg: null };
      await subjects.create({ ...empty, ...changesOf(body), id, partnerId, createdAtMs });
      return { status: 201, body: { subject_id: id, created_at: timestamp(createdAtMs) } };
    },
    context,
  );
  addRoute(app, listSubjects, async ({ partnerId }) => ({
    status: 200,
    body: { subjects: (await subjects.list(partnerId)).map(subjectBody) },
  }));
  addRoute(app, getSubject, async ({ partnerId, params }) => ({
    status: 200,
    body: subjectBody(await findSubject(context, partnerId, params.subject_id)),
  }));
  addRoute(
    app,
    updateSubject,
    async ({ partnerId, params, body }) => {
      const found = await subjects.update(partnerId, params.subject_id.toLowerCase(), changesOf(body));
      if (!found) throw new HttpError('subject_not_found');
      return { status: 200, body: { message: 'Subject updated' } };
    },
    context,
  );
  addRoute(app, deleteSubject, async ({ partnerId, params }) => {
    const found = await subjects.remove(partnerId, params.subject_id.toLowerCase(), now());
    if (!found) throw new HttpError('subject_not_found');
    return { status: 200, body: { message: 'Subject deleted' } };
  });
}

/** The fields that were sent, null among them; those that were not are left out. */
const changesOf = ({ email, name, height, weight }: SubjectFields): SubjectChanges => ({
  ...(email !== undefined && { email }),
  ...(name !== undefined && { name }),
  ...(height !== undefined && { heightM: height }),
  ...(weight !== undefined && { weightKg: weight }),
});

const subjectBody = ({ id, email, name, heightM, weightKg, createdAtMs }: Subject): SubjectBody => ({
  id,
  email,
  name,
  height: heightM,
  weight: weightKg,
  created_at: timestamp(createdAtMs),
});
