import type { SubjectBody } from '../schemas/subject.ts';
import { exampleSubjectId } from './ids.ts';

/** A subject whose weight is not known. */
export const exampleSubject: SubjectBody = {
  id: exampleSubjectId,
  email: 'mia@example.com',
  name: 'Mia Krüger',
  height: 1.68,
  weight: null,
  created_at: '2025-03-20T15:30:00Z',
};
