import { exampleSubject } from '../examples/subject.ts';
import { SubjectListSchema } from '../schemas/subject.ts';
import { defineOperation } from './operation.ts';

/** `GET /subjects`. */
export const listSubjects = defineOperation({
  id: 'listSubjects',
  method: 'GET',
  path: '/subjects',
  tag: 'Subjects',
  summary: 'All subjects',
  description: 'Every subject of the partner, oldest first; deleted ones are left out.',
  answers: {
    200: {
      description: 'The subjects; an empty list when there are none.',
      schema: SubjectListSchema,
      examples: { one: { subjects: [exampleSubject] }, none: { subjects: [] } },
    },
  },
  errors: [],
  decisions: [],
});
