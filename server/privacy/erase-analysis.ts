import type { JobQueue } from '../jobs/job-queue.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';

/** What of the files of analyses goes with them. */
export interface ErasableFiles {
  removeUpload(name: string): Promise<void>;
  /** Removes what all runs of an analysis left. */
  removeAll(analysisId: string): Promise<void>;
}

export interface Erasing {
  readonly analyses: Pick<AnalysisStore, 'erase'>;
  readonly files: ErasableFiles;
  /** What runs analyses; none beside a server, whose workers then find that the record is gone. */
  readonly queue: Pick<JobQueue, 'cancel'> | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Deletes an analysis: first its record, from which moment on nobody is told of it and no run can write to it, then its run, then its
 * files. Of a crash between the two the files are swept up later.
 *
 * @param partnerId Whose it must be; null for anybody's.
 * @returns False when there is no such analysis.
 */
export async function eraseAnalysis(
  { analyses, files, queue, now }: Erasing,
  id: string,
  partnerId: string | null,
): Promise<boolean> {
  const uploadName = await analyses.erase(id, partnerId, now());
  if (uploadName === null) return false;
  await queue?.cancel(id);
  await Promise.all([files.removeUpload(uploadName), files.removeAll(id)]);
  return true;
}
