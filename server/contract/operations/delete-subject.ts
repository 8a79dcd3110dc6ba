import { SubjectDeletedSchema } from '../schemas/subject.ts';
import { defineOperation } from './operation.ts';
import { SubjectParamsSchema } from './params.ts';

/** `POST /subjects/{subject_id}/delete`. */
export const deleteSubject = defineOperation({
  id: 'deleteSubject',
  method: 'POST',
  path: '/subjects/{subject_id}/delete',
  tag: 'Subjects',
  summary: 'Delete a subject',
  description:
    'By POST, so that nobody deletes by accident. The subject is then unknown everywhere; its analyses remain. A body is not read.',
  params: SubjectParamsSchema,
  answers: {
    200: {
      description: 'The subject is deleted.',
      schema: SubjectDeletedSchema,
      examples: { deleted: { message: 'Subject deleted' } },
    },
  },
  errors: ['subject_not_found', 'body_too_large'],
  decisions: ['subject_delete', 'not_found'],
});
