import { MeasuredText } from './measured-text.tsx';
import type { ShownResult } from './shown-result.ts';
import { metricName } from './words/metric-words.ts';

/** The numbers that are asked for first, of either view. */
const firstIds = ['cadence', 'speed', 'contactTime', 'flightTime', 'stepLength', 'verticalOscillation', 'stepWidth'];

/** The first numbers at a glance; a number of each leg stands twice. */
export function Headline({ shown }: { readonly shown: ShownResult }) {
  const { details, words, plots } = shown;
  const first = firstIds.flatMap((id) => details.metrics.filter((metric) => metric.id === id));
  return (
    <dl class="result-headline">
      {first.map((metric) => (
        <div key={`${metric.id} ${metric.side}`}>
          <dt>
            {metricName(metric.id, words)}
            {metric.side === null ? '' : ` · ${plots[metric.side]}`}
          </dt>
          <dd>
            <MeasuredText number={metric} shown={shown} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
