import { StrideError } from '../../engine/errors/stride-error.ts';

/** What became of a clip. */
export interface ClipOutcome {
  readonly clip: string;
  /** `kept`: an earlier run had done it. `open`: the batch ended before. */
  readonly status: 'done' | 'kept' | 'failed' | 'open';
  /** Of a failure: a code of the catalogue, or `unexpected`. */
  readonly code: string | null;
  readonly message: string | null;
}

export interface BatchWork {
  /** Clips that are worked on at a time. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Does one clip. @returns Whether there was anything to do. @throws What stops this clip, and no other. */
  analyse(clip: string, onProgress: (percentage: number) => void): Promise<'done' | 'kept'>;
  onProgress(progress: BatchProgress): void;
}

/** How far a batch is. */
export interface BatchProgress {
  /** Of all clips, 0 to 100. */
  readonly percentage: number;
  /** Clips that have ended. */
  readonly ended: number;
  /** Of these, those that had to be worked on. */
  readonly worked: number;
  /** Of the clips that were not done before: the share of their work that is done, 0 to 1. */
  readonly workShare: number;
}

/** Does all clips, several at a time, and goes on after one that fails. What an abort cuts off is left open. */
export async function runBatch(clips: readonly string[], work: BatchWork): Promise<ClipOutcome[]> {
  const outcomes: ClipOutcome[] = clips.map((clip) => ({ clip, status: 'open', code: null, message: null }));
  const percentages = new Float64Array(clips.length);
  let [next, ended, kept] = [0, 0, 0];
  const tell = (): void => {
    const sum = percentages.reduce((all, one) => all + one, 0);
    const toDo = clips.length - kept;
    work.onProgress({
      percentage: clips.length === 0 ? 100 : sum / clips.length,
      ended,
      worked: ended - kept,
      workShare: toDo === 0 ? 1 : (sum / 100 - kept) / toDo,
    });
  };
  const workOn = async (index: number): Promise<void> => {
    const clip = clips[index] ?? '';
    const outcome = await outcomeOf(clip, work, (percentage) => {
      // The clip has not ended before its files are written.
      percentages[index] = Math.min(99, percentage);
      tell();
    });
    outcomes[index] = outcome;
    if (outcome.status === 'open') return;
    percentages[index] = 100;
    ended++;
    if (outcome.status === 'kept') kept++;
    tell();
  };
  const worker = async (): Promise<void> => {
    while (next < clips.length && !work.signal.aborted) await workOn(next++);
  };
  await Promise.all(Array.from({ length: Math.min(work.jobs, clips.length) }, worker));
  return outcomes;
}

async function outcomeOf(
  clip: string,
  { analyse, signal }: BatchWork,
  onProgress: (percentage: number) => void,
): Promise<ClipOutcome> {
  try {
    return { clip, status: await analyse(clip, onProgress), code: null, message: null };
  } catch (error) {
    if (signal.aborted) return { clip, status: 'open', code: null, message: null };
    return error instanceof StrideError
      ? { clip, status: 'failed', code: error.code, message: error.message }
      : { clip, status: 'failed', code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
  }
}
