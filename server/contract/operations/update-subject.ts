import { SubjectFieldsSchema, SubjectUpdatedSchema } from '../schemas/subject.ts';
import { defineOperation } from './operation.ts';
import { SubjectParamsSchema } from './params.ts';
import { refusedSubjects } from './subject-refusals.ts';

/** `PUT /subjects/{subject_id}`. */
export const updateSubject = defineOperation({
  id: 'updateSubject',
  method: 'PUT',
  path: '/subjects/{subject_id}',
  tag: 'Subjects',
  summary: 'Change some fields of a subject',
  description: 'Sets the fields that are sent; null clears a field, and absent fields stay unchanged.',
  params: SubjectParamsSchema,
  body: {
    type: 'application/json',
    schema: SubjectFieldsSchema,
    examples: { weight: { weight: 60 }, clear_email: { email: null } },
    refused: refusedSubjects,
  },
  answers: {
    200: {
      description: 'The fields are changed.',
      schema: SubjectUpdatedSchema,
      examples: { updated: { message: 'Subject updated' } },
    },
  },
  errors: ['subject_not_found', 'body_too_large'],
  decisions: ['subject_fields', 'height_and_weight', 'json_reading', 'validation_errors', 'not_found'],
});
