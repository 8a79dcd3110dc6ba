import type { Subject } from '../store/subject-store.ts';
import { HttpError } from './http-error.ts';
import type { ServerContext } from './server-context.ts';

/**
 * A subject of a partner, by the id that a request names.
 *
 * @throws HttpError `subject_not_found`, alike for ids that do not exist, are malformed, deleted or another partner's.
 */
export async function findSubject({ subjects }: ServerContext, partnerId: string, id: string): Promise<Subject> {
  const subject = await subjects.find(partnerId, id.toLowerCase());
  if (subject === null) throw new HttpError('subject_not_found');
  return subject;
}
