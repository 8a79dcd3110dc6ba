import { exampleSubject } from '../examples/subject.ts';
import { SubjectSchema } from '../schemas/subject.ts';
import { defineOperation } from './operation.ts';
import { SubjectParamsSchema } from './params.ts';

/** `GET /subjects/{subject_id}`. */
export const getSubject = defineOperation({
  id: 'getSubject',
  method: 'GET',
  path: '/subjects/{subject_id}',
  tag: 'Subjects',
  summary: 'One subject',
  description: 'A subject that exists and is not deleted.',
  params: SubjectParamsSchema,
  answers: {
    200: { description: 'The subject.', schema: SubjectSchema, examples: { subject: exampleSubject } },
  },
  errors: ['subject_not_found'],
  decisions: ['not_found'],
});
