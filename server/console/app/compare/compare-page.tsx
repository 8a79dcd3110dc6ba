import type { ConsoleAnalysis } from '../../api/analyses.ts';
import type { ConsoleSubjectList } from '../../api/subjects.ts';
import { analysisName } from '../analyses/naming.ts';
import { useAnalyses } from '../analyses/use-analyses.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Choice } from '../forms/choice.tsx';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { go } from '../shell/navigation.tsx';
import { Page } from '../shell/page.tsx';
import { useSpoken } from '../words/use-words.ts';
import { Comparison } from './comparison.tsx';

interface ComparePageProps {
  readonly first: string | null;
  readonly second: string | null;
}

/** Two analyses to choose, and what differs between them. */
export function ComparePage({ first, second }: ComparePageProps) {
  const { words } = useSpoken();
  const { compare } = words;
  const { analyses, error, reload } = useAnalyses(null, 200);
  const finished = analyses?.filter(({ status }) => status === 'success') ?? [];
  const [a, b] = [first, second].map((id) => finished.find((analysis) => analysis.id === id) ?? null);
  const choose = (part: Partial<ComparePageProps>) =>
    go({ page: 'compare', first, second, ...part }, { replace: true });
  return (
    <Page title={compare.title}>
      <RefusalNotice error={error} onAgain={reload} />
      <div class="card field-row">
        <Chooser label={compare.first} chosen={first} from={finished} onChoose={(id) => choose({ first: id })} />
        <Chooser label={compare.second} chosen={second} from={finished} onChoose={(id) => choose({ second: id })} />
      </div>
      {a && b && a !== b ? (
        <Comparison key={`${a.id} ${b.id}`} first={a} second={b} />
      ) : (
        <Notice kind="plain">{a && a === b ? compare.same : compare.choosePair}</Notice>
      )}
    </Page>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly chosen: string | null;
  readonly from: readonly ConsoleAnalysis[];
  readonly onChoose: (id: string | null) => void;
}

function Chooser({ label, chosen, from, onChoose }: ChooserProps) {
  const { language, words } = useSpoken();
  const { body } = useLoaded<ConsoleSubjectList>('/subjects');
  const names = new Map(body?.subjects.map(({ id, name }) => [id, name]));
  const options = from.map((analysis) => {
    const runner = analysis.subjectId ? names.get(analysis.subjectId) : null;
    return { value: analysis.id, text: [analysisName(analysis, words, language), runner].filter(Boolean).join(' · ') };
  });
  return (
    <Choice
      label={label}
      value={chosen ?? ''}
      options={[{ value: '', text: words.compare.choose }, ...options]}
      onValue={(id) => onChoose(id || null)}
    />
  );
}
