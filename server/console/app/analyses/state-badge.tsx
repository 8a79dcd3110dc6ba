import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { useWords } from '../words/use-words.ts';

/** An analysis's state, in words and colour. */
export function StateBadge({ status }: Pick<ConsoleAnalysis, 'status'>) {
  const { analyses } = useWords();
  return <span class={`badge badge-${status}`}>{analyses[status]}</span>;
}
