import { useState } from 'preact/hooks';
import type { MetricDetails, MetricGroup } from '../../../details/details.ts';
import { MeasuredText } from './measured-text.tsx';
import { reasonsOf } from './measured-words.ts';
import { type ShownResult, sourceText } from './shown-result.ts';
import { WithheldNotes } from './withheld-notes.tsx';
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
  const groups = [...new Set(details.metrics.map(({ group }) => group))].map((group) =>
    details.metrics.filter((metric) => metric.group === group),
  );
  const [missing, told] = [groups.filter(isMissing), groups.filter((group) => !isMissing(group))];
  return (
    <section class="result-section" aria-labelledby="result-numbers">
      <h2 id="result-numbers">{words.headings.numbers}</h2>
      <p class="result-note">{words.ui.interval}</p>
      <WithheldNotes numbers={told.flat()} shown={shown} />
      <div class="result-groups">
        {told.map((group) =>
          shown.isStill ? (
            <GroupTable key={group[0].group} metrics={group} shown={shown} />
          ) : (
            <FoldedGroup key={group[0].group} metrics={group} shown={shown} />
          ),
        )}
        {missing.map((group) => (
          <MissingGroup key={group[0].group} metrics={group} shown={shown} />
        ))}
      </div>
    </section>
  );
}

type Group = readonly MetricDetails[];

/** Whether nothing of a group was measured. */
const isMissing = (group: Group): boolean => group.every(({ value }) => value === null);

/** A group of which nothing was measured: why, and what would stand here. */
function MissingGroup({ metrics, shown }: { readonly metrics: Group; readonly shown: ShownResult }) {
  const { words } = shown;
  const names = [...new Set(metrics.map(({ id }) => metricName(id, words)))];
  return (
    <div class="result-missing">
      <h3>{words.groups[metrics[0].group]}</h3>
      {reasonsOf(metrics).map((reason) => (
        <p key={reason}>
          {words.ui.withheld}: {words.reasons[reason]}
        </p>
      ))}
      <p class="result-note">{names.join(' · ')}</p>
    </div>
  );
}

/** From this width on tables stand side by side, and there is no need to fold them. */
const wideQuery = '(min-width: 700px)';

/** A table that is folded away where the page is narrow, and long. */
function FoldedGroup({ metrics, shown }: { readonly metrics: Group; readonly shown: ShownResult }) {
  const [isOpen] = useState(() => typeof matchMedia !== 'function' || matchMedia(wideQuery).matches);
  return (
    <details class="result-fold" open={isOpen}>
      <summary>{shown.words.groups[metrics[0].group]}</summary>
      <GroupTable metrics={metrics} shown={shown} />
    </details>
  );
}

function GroupTable({ metrics, shown }: { readonly metrics: Group; readonly shown: ShownResult }) {
  const { words } = shown;
  const rows = rowsOf(metrics);
  const group: MetricGroup = metrics[0].group;
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
            <th scope="row">
              {metricName(id, words)}
              <SourceNote metric={whole} shown={shown} />
            </th>
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

function SourceNote({ metric, shown }: { readonly metric: MetricDetails | null; readonly shown: ShownResult }) {
  const source = metric === null ? null : sourceText(metric, shown);
  return source === null ? null : <span class="result-source">{source}</span>;
}

function rowsOf(metrics: Group): Row[] {
  // `trunkLateralLean` is of the body and has no side; its stances' values have other ids.
  const ids = [...new Set(metrics.map(({ id }) => id))];
  return ids.map((id) => {
    const of = (side: MetricDetails['side']) => metrics.find((one) => one.id === id && one.side === side) ?? null;
    return { id, whole: of(null), left: of('left'), right: of('right') };
  });
}
