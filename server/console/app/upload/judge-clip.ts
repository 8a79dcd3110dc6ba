import type { ClipFacts } from './clip-facts.ts';
import type { StartForm } from './start-form.ts';

/** What the server takes at most. */
export const largestBytes = 30_000_000;
export const longestS = 10.05;

/** Below these, numbers get wide error bars or are withheld. */
const shortestS = 3;
const slowestRate = 50;
const smallestSidePx = 480;

/** What is wrong with a clip, or could be better: members of the words of a clip. */
export type ClipFault = 'tooLong' | 'tooLarge' | 'notAVideo';
export type ClipWarning = 'tooShort' | 'slowRate' | 'smallPicture' | 'portraitSide' | 'notShown';

export interface ClipJudgement {
  /** The server would refuse it. */
  readonly faults: readonly ClipFault[];
  readonly warnings: readonly ClipWarning[];
}

/** Holds a clip against the server's limits and against what gives good numbers. */
export function judgeClip(facts: ClipFacts, { view, treadmill }: Pick<StartForm, 'view' | 'treadmill'>): ClipJudgement {
  const { durationS, bytes, widthPx, heightPx, frameRate, isShown } = facts;
  const isRead = widthPx !== null && heightPx !== null;
  const faults: ClipFault[] = [];
  if (durationS !== null && durationS > longestS) faults.push('tooLong');
  if (bytes > largestBytes) faults.push('tooLarge');
  if (bytes === 0) faults.push('notAVideo');
  const warnings: ClipWarning[] = [];
  if (durationS !== null && durationS < shortestS) warnings.push('tooShort');
  if (frameRate !== null && frameRate < slowestRate) warnings.push('slowRate');
  if (isRead && Math.min(widthPx, heightPx) < smallestSidePx) warnings.push('smallPicture');
  if (isRead && view === 'side_view' && !treadmill && heightPx > widthPx) warnings.push('portraitSide');
  if (!isShown && bytes > 0) warnings.push('notShown');
  return { faults, warnings };
}
