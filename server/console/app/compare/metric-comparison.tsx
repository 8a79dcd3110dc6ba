import { useState } from 'preact/hooks';
import type { MetricDetails } from '../../../details/details.ts';
import { amountText, isTooUncertain } from '../result/measured-words.ts';
import { resultWords } from '../result/words/by-language.ts';
import { metricName, unitName } from '../result/words/metric-words.ts';
import { digitsOf, signedNumberOf } from '../words/formats.ts';
import { useSpoken } from '../words/use-words.ts';
import { type MetricPair, pairMetrics } from './difference.ts';

interface MetricComparisonProps {
  readonly first: readonly MetricDetails[];
  readonly second: readonly MetricDetails[];
}

/** Every number of two analyses with its error bar, and which differ by more than both. */
export function MetricComparison({ first, second }: MetricComparisonProps) {
  const { compare } = useSpoken().words;
  const [isShort, setIsShort] = useState(false);
  const pairs = pairMetrics(first, second);
  const measured = pairs.filter(({ difference }) => difference !== null);
  const beyond = measured.filter(({ isBeyond }) => isBeyond);
  return (
    <section class="card" aria-labelledby="numbers-title">
      <div class="section-head">
        <h2 id="numbers-title">{compare.count(beyond.length, measured.length)}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={isShort}
            onChange={({ currentTarget }) => setIsShort(currentTarget.checked)}
          />
          <span>{compare.onlyDifferences}</span>
        </label>
      </div>
      <table class="numbers stacked">
        <thead>
          <tr>
            <th scope="col">{compare.metric}</th>
            <th scope="col">{compare.first}</th>
            <th scope="col">{compare.second}</th>
            <th scope="col">{compare.difference}</th>
          </tr>
        </thead>
        <tbody>
          {(isShort ? beyond : pairs).map((pair) => (
            <PairRow key={`${pair.id} ${pair.side}`} pair={pair} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PairRow({ pair }: { readonly pair: MetricPair }) {
  const { language, words } = useSpoken();
  const { compare, common } = words;
  const { id, side, unit, first, second, difference, isBeyond } = pair;
  const digits = digitsOf(first?.halfWidth ?? second?.halfWidth ?? null, first?.value ?? second?.value ?? 0);
  const shown = (metric: MetricDetails | null) => {
    if (metric?.value == null) return <span class="soft">{compare.notMeasured}</span>;
    if (isTooUncertain(metric)) return <span class="soft">{resultWords[language].ui.tooUncertain}</span>;
    const bar = metric.halfWidth === null ? '' : ` ± ${amountText(metric.halfWidth, unit, language, digits)}`;
    return `${amountText(metric.value, unit, language, digits)}${bar}`;
  };
  return (
    <tr class={isBeyond ? 'beyond' : undefined}>
      <th scope="row">
        {metricName(id, resultWords[language])}
        {side ? <span class={`side side-${side}`}> {common[side]}</span> : null}
        <span class="soft"> {unitName(unit, resultWords[language])}</span>
      </th>
      <td data-label={compare.first}>{shown(first)}</td>
      <td data-label={compare.second}>{shown(second)}</td>
      <td data-label={compare.difference}>
        {difference === null ? (
          '–'
        ) : (
          <>
            {unit === 's/km'
              ? `${signedNumberOf(difference, language, 0)} s/km`
              : signedNumberOf(difference, language, digits)}
            <span class={isBeyond ? 'mark' : 'hidden'}> {isBeyond ? compare.beyond : compare.within}</span>
          </>
        )}
      </td>
    </tr>
  );
}
