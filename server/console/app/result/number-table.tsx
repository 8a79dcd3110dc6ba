import type { MetricDetails, MetricGroup } from '../../../details/details.ts';
import { MeasuredText } from './measured-text.tsx';
import type { ShownResult } from './shown-result.ts';
import { metricName } from './words/metric-words.ts';

/** One quantity: of the whole body, or of either leg. */
interface Row {
  readonly id: string;
  readonly whole: MetricDetails | null;
  readonly left: MetricDetails | null;
  readonly right: MetricDetails | null;
}

/** Every measured number by groups, with its interval, or why it is withheld. */
export function NumberTable({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  const groups = [...new Set(details.metrics.map(({ group }) => group))];
  return (
    <section class="result-section" aria-labelledby="result-numbers">
      <h2 id="result-numbers">{words.headings.numbers}</h2>
      <p class="result-note">{words.ui.interval}</p>
      <div class="result-groups">
        {groups.map((group) => (
          <GroupTable key={group} group={group} shown={shown} />
        ))}
      </div>
    </section>
  );
}

function GroupTable({ group, shown }: { readonly group: MetricGroup; readonly shown: ShownResult }) {
  const { details, words } = shown;
  const rows = rowsOf(details.metrics.filter((metric) => metric.group === group));
  const hasSides = rows.some(({ whole }) => whole === null);
  const cell = (number: MetricDetails | null) =>
    number === null ? '' : <MeasuredText number={number} shown={shown} />;
  return (
    <table class="result-table">
      <caption>{words.groups[group]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.metric}</th>
          {hasSides ? (
            <>
              <th scope="col">{words.table.left}</th>
              <th scope="col">{words.table.right}</th>
            </>
          ) : (
            <th scope="col">{words.table.value}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, whole, left, right }) => (
          <tr key={id}>
            <th scope="row">{metricName(id, words)}</th>
            {whole === null ? (
              <>
                <td>{cell(left)}</td>
                <td>{cell(right)}</td>
              </>
            ) : (
              <td colSpan={hasSides ? 2 : 1}>{cell(whole)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(metrics: readonly MetricDetails[]): Row[] {
  // `trunkLateralLean` is of the body and has no side; its stances' values have other ids.
  const ids = [...new Set(metrics.map(({ id }) => id))];
  return ids.map((id) => {
    const of = (side: MetricDetails['side']) => metrics.find((one) => one.id === id && one.side === side) ?? null;
    return { id, whole: of(null), left: of('left'), right: of('right') };
  });
}
