import { exampleSubjectId } from '../examples/ids.ts';
import { SubjectCreatedSchema, SubjectFieldsSchema } from '../schemas/subject.ts';
import { defineOperation } from './operation.ts';
import { refusedSubjects } from './subject-refusals.ts';

/** `POST /subjects`. */
export const createSubject = defineOperation({
  id: 'createSubject',
  method: 'POST',
  path: '/subjects',
  tag: 'Subjects',
  summary: 'Create a subject',
  description: 'A subject groups the analyses of one runner. Send any of the fields, or none.',
  body: {
    type: 'application/json',
    schema: SubjectFieldsSchema,
    examples: {
      whole: { email: 'mia@example.com', name: 'Mia Krüger', height: 1.68, weight: 58.5 },
      name_alone: { name: '山田 太郎' },
    },
    refused: refusedSubjects,
  },
  answers: {
    201: {
      description: 'The subject exists.',
      schema: SubjectCreatedSchema,
      examples: { created: { subject_id: exampleSubjectId, created_at: '2025-03-20T15:30:00Z' } },
    },
  },
  errors: ['body_too_large'],
  decisions: ['subject_fields', 'height_and_weight', 'json_reading', 'validation_errors'],
});
