import { readDetails } from '../../../details/read-details.ts';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { useDetails } from '../api/use-details.ts';
import { Notice } from '../forms/notice.tsx';
import { RefusalNotice } from '../forms/refusal-notice.tsx';
import { Link } from '../shell/navigation.tsx';
import { useSpoken } from '../words/use-words.ts';
import { CurveComparison } from './curve-comparison.tsx';
import { MetricComparison } from './metric-comparison.tsx';

interface ComparisonProps {
  readonly first: ConsoleAnalysis;
  readonly second: ConsoleAnalysis;
  readonly nameOf: (analysis: ConsoleAnalysis) => string;
}

/** Two analyses side by side. */
export function Comparison({ first, second, nameOf }: ComparisonProps) {
  const { words } = useSpoken();
  const [a, b] = [useDetails(first.id), useDetails(second.id)];
  const error = a.error ?? b.error;
  if (error) return <RefusalNotice error={error} />;
  if (!a.isSettled || !b.isSettled) return <p class="hint">{words.common.loading}</p>;
  const [detailsA, detailsB] = [readDetails(a.details), readDetails(b.details)];
  if (!detailsA || !detailsB) return <Notice kind="warning">{words.compare.withoutNumbers}</Notice>;
  return (
    <>
      <div class="pair">
        <Shown analysis={first} name={nameOf(first)} label={words.compare.first} series="first" />
        <Shown analysis={second} name={nameOf(second)} label={words.compare.second} series="second" />
      </div>
      {detailsA.view === detailsB.view ? null : <Notice kind="warning">{words.compare.differentViews}</Notice>}
      <MetricComparison first={detailsA.metrics} second={detailsB.metrics} />
      <CurveComparison first={detailsA.curves} second={detailsB.curves} />
    </>
  );
}

interface ShownProps {
  readonly analysis: ConsoleAnalysis;
  readonly name: string;
  readonly label: string;
  readonly series: 'first' | 'second';
}

function Shown({ analysis, name, label, series }: ShownProps) {
  const { words } = useSpoken();
  return (
    <div class="card pair-member">
      {analysis.media?.thumbnailUrl ? (
        <img src={analysis.media.thumbnailUrl} alt={words.analyses.thumbnail(name)} />
      ) : null}
      <p>
        <span class={`series-key series-${series}`}>{label}</span>
        <br />
        <Link to={{ page: 'analysis', id: analysis.id }}>{name}</Link>
      </p>
    </div>
  );
}
