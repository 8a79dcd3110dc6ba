import { useState } from 'preact/hooks';
import type { AnalysisType } from '../../../contract/schemas/start.ts';
import type { SubjectHistory } from '../../api/subjects.ts';
import { Choice } from '../forms/choice.tsx';
import { HistoryPlot } from '../plots/history-plot.tsx';
import { plotWords } from '../plots/words.ts';
import { amountText } from '../result/measured-words.ts';
import { resultWords } from '../result/words/by-language.ts';
import { metricName, unitName } from '../result/words/metric-words.ts';
import { digitsOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';
import { type MetricHistory, metricHistories } from './metric-histories.ts';

const analysisTypes: readonly AnalysisType[] = ['side_view', 'back_view'];

/** Whole-body numbers come first in every analysis, angles at single moments after them. */
const shownFirst = 12;

/** Every metric of a runner over the dates of the analyses. */
export function History({ entries }: { readonly entries: SubjectHistory }) {
  const { language, words } = useSpoken();
  const { analyses, subjects } = words;
  const views = analysisTypes.filter((type) => entries.some(({ analysisType }) => analysisType === type));
  const [isWhole, setIsWhole] = useState(false);
  const [chosen, setChosen] = useState<AnalysisType | null>(null);
  const view = chosen ?? views[0];
  if (view === undefined) return <p class="empty">{subjects.noHistory}</p>;
  const histories = metricHistories(entries, view);
  return (
    <>
      <p class="hint">{subjects.historyHint}</p>
      {views.length > 1 ? (
        <Choice
          label={subjects.view}
          value={view}
          options={views.map((type) => ({ value: type, text: type === 'side_view' ? analyses.side : analyses.back }))}
          onValue={(type) => setChosen(type as AnalysisType)}
        />
      ) : null}
      <ul class="plot-grid-list">
        {(isWhole ? histories : histories.slice(0, shownFirst)).map((history) => (
          <li key={history.id}>
            <HistoryPlot
              title={metricName(history.id, resultWords[language])}
              unit={unitName(history.unit, resultWords[language])}
              points={history.points}
              decimals={decimalsOf(history)}
              write={(amount, decimals) => amountText(amount, history.unit, language, decimals)}
              words={plotWords[language]}
              language={language}
            />
          </li>
        ))}
      </ul>
      {isWhole || histories.length <= shownFirst ? null : (
        <button type="button" onClick={() => setIsWhole(true)}>
          {words.common.more}
        </button>
      )}
    </>
  );
}

/** Decimals in which the surest of its values is worth writing. */
const decimalsOf = ({ points }: MetricHistory): number =>
  Math.max(...points.map(({ halfWidth, value }) => digitsOf(halfWidth, value)));
