import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { useWords } from '../words/use-words.ts';

/** An analysis's state, in words and colour: one that has ended without a number is not done. */
export function StateBadge({ status, unmeasured }: Pick<ConsoleAnalysis, 'status' | 'unmeasured'>) {
  const { analyses } = useWords();
  const state = status === 'success' && unmeasured !== null ? 'unmeasured' : status;
  return <span class={`badge badge-${state}`}>{analyses[state]}</span>;
}
