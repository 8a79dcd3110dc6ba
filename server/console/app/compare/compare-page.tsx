import type { ConsoleAnalysis } from '../../api/analyses.ts';
import type { ConsoleSubjectList } from '../../api/subjects.ts';
import { analysisName } from '../analyses/naming.ts';
import { useAnalyses } from '../analyses/use-analyses.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Choice } from '../forms/choice.tsx';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { go, Link } from '../shell/navigation.tsx';
import { Page } from '../shell/page.tsx';
import { useSpoken } from '../words/use-words.ts';
import { Comparison } from './comparison.tsx';

interface ComparePageProps {
  readonly first: string | null;
  readonly second: string | null;
}

/** Two analyses to choose, and what differs between them. */
export function ComparePage({ first, second }: ComparePageProps) {
  const { language, words } = useSpoken();
  const { compare } = words;
  const { analyses, error, reload } = useAnalyses(null, 200);
  const { body } = useLoaded<ConsoleSubjectList>('/subjects');
  const names = new Map(body?.subjects.map(({ id, name }) => [id, name]));
  const nameOf = (analysis: ConsoleAnalysis) =>
    analysisName(analysis, words, language, names.get(analysis.subjectId ?? '') ?? null);
  const finished = analyses?.filter(({ status }) => status === 'success') ?? [];
  const [a, b] = [first, second].map((id) => finished.find((analysis) => analysis.id === id) ?? null);
  const options = finished.map((analysis) => ({ value: analysis.id, text: nameOf(analysis) }));
  const choose = (part: Partial<ComparePageProps>) =>
    go({ page: 'compare', first, second, ...part }, { replace: true });
  return (
    <Page title={compare.title}>
      <RefusalNotice error={error} onAgain={reload} />
      <div class="card field-row">
        <Chooser label={compare.first} chosen={first} options={options} onChoose={(id) => choose({ first: id })} />
        <Chooser label={compare.second} chosen={second} options={options} onChoose={(id) => choose({ second: id })} />
      </div>
      {a && b && a !== b ? (
        <Comparison key={`${a.id} ${b.id}`} first={a} second={b} nameOf={nameOf} />
      ) : (
        <Notice kind="plain">
          <p>{a && a === b ? compare.same : compare.choosePair}</p>
          {analyses && finished.length < 2 ? <Link to={{ page: 'analyses' }}>{words.common.toStart}</Link> : null}
        </Notice>
      )}
    </Page>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly chosen: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (id: string | null) => void;
}

function Chooser({ label, chosen, options, onChoose }: ChooserProps) {
  const { compare } = useSpoken().words;
  return (
    <Choice
      label={label}
      value={chosen ?? ''}
      options={[{ value: '', text: compare.choose }, ...options]}
      onValue={(id) => onChoose(id || null)}
    />
  );
}
