import type { MetricDetails } from '../../../details/details.ts';
import { WithheldText } from './measured-text.tsx';
import { measuredParts } from './measured-words.ts';
import { type ShownResult, sourceText } from './shown-result.ts';
import { WithheldNotes } from './withheld-notes.tsx';
import { metricName } from './words/metric-words.ts';

/** The numbers that are asked for first, of either view. */
const firstIds = ['cadence', 'speed', 'contactTime', 'flightTime', 'stepLength', 'verticalOscillation', 'stepWidth'];

/** The first numbers at a glance; a number of each leg stands twice. */
export function Headline({ shown }: { readonly shown: ShownResult }) {
  const { details, words, plots } = shown;
  const first = firstIds.flatMap((id) => details.metrics.filter((metric) => metric.id === id));
  return (
    <div class="result-first">
      <dl class="result-headline">
        {first.map((metric) => (
          <div key={`${metric.id} ${metric.side}`}>
            <dt>
              {metricName(metric.id, words)}
              {metric.side === null ? '' : ` · ${plots[metric.side]}`}
            </dt>
            <dd>
              <HeadlineNumber metric={metric} shown={shown} />
            </dd>
          </div>
        ))}
      </dl>
      <WithheldNotes numbers={first} shown={shown} />
    </div>
  );
}

/** The number with its unit, and its interval below: neither breaks. */
function HeadlineNumber({ metric, shown }: { readonly metric: MetricDetails; readonly shown: ShownResult }) {
  const parts = measuredParts(metric, shown);
  if (parts === null) return <WithheldText number={metric} shown={shown} inWords />;
  const { value, spread, unit } = parts;
  const source = sourceText(metric, shown);
  return (
    <>
      <span class="result-number">
        {value}
        {unit === '' ? '' : <span class="result-unit"> {unit}</span>}
      </span>{' '}
      {spread === '' ? '' : <span class="result-spread">{spread}</span>}
      {source === null ? '' : <span class="result-source">{source}</span>}
    </>
  );
}
