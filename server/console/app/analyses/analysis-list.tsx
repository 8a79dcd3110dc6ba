import type { ConsoleSubjectList } from '../../api/subjects.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { useWords } from '../words/use-words.ts';
import { AnalysisRow } from './analysis-row.tsx';
import { ToldChanges } from './told-changes.tsx';
import type { Analyses } from './use-analyses.ts';

interface AnalysisListProps {
  readonly list: Analyses;
  /** Said where there are none. */
  readonly empty: string;
  /** Whether all are of one runner, who is named above. */
  readonly isOfOneRunner?: boolean;
}

/** A list of analyses with their states. */
export function AnalysisList({ list, empty, isOfOneRunner = false }: AnalysisListProps) {
  const words = useWords();
  const { analyses, error, hasMore, loadMore, reload } = list;
  const { body } = useLoaded<ConsoleSubjectList>(isOfOneRunner ? null : '/subjects');
  const names = new Map(body?.subjects.map(({ id, name }) => [id, name]));
  return (
    <>
      <RefusalNotice error={error} onAgain={reload} />
      {analyses === null && error === null ? <p class="hint">{words.common.loading}</p> : null}
      {analyses?.length === 0 ? <p class="empty">{empty}</p> : null}
      {analyses && analyses.length > 0 ? (
        <ul class="analysis-list">
          {analyses.map((analysis) => (
            <AnalysisRow
              key={analysis.id}
              analysis={analysis}
              runner={analysis.subjectId ? (names.get(analysis.subjectId) ?? null) : null}
            />
          ))}
        </ul>
      ) : null}
      {analyses ? <ToldChanges analyses={analyses} /> : null}
      {hasMore ? (
        <button type="button" onClick={loadMore}>
          {words.common.more}
        </button>
      ) : null}
    </>
  );
}
