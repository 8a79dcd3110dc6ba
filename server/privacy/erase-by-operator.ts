import type { Stores } from '../store/stores.ts';
import { type ErasableFiles, eraseAnalysis } from './erase-analysis.ts';

/** What was deleted. */
export interface Erased {
  readonly analyses: readonly string[];
  readonly subjects: readonly string[];
  /** Ids that nothing has. */
  readonly unknown: readonly string[];
}

/**
 * Deletes analyses, and subjects with all their analyses, whoever they belong to. Runs that are under way elsewhere end when they next
 * look at their record.
 *
 * @param ids Of analyses or subjects.
 */
export async function eraseByOperator(
  { analyses, subjects }: Pick<Stores, 'analyses' | 'subjects'>,
  files: ErasableFiles,
  ids: readonly string[],
  now: () => number,
): Promise<Erased> {
  const erased = { analyses: [] as string[], subjects: [] as string[], unknown: [] as string[] };
  const erase = async (id: string): Promise<boolean> => {
    const isDone = await eraseAnalysis({ analyses, files, queue: null, now }, id, null);
    if (isDone) erased.analyses.push(id);
    return isDone;
  };
  for (const id of ids.map((text) => text.toLowerCase())) {
    const ofSubject = await analyses.idsOfSubject(id);
    for (const analysis of ofSubject) await erase(analysis);
    const isSubject = await subjects.erase(id, now());
    if (isSubject) erased.subjects.push(id);
    const isAnalysis = await erase(id);
    if (!isAnalysis && !isSubject && ofSubject.length === 0) erased.unknown.push(id);
  }
  return erased;
}
