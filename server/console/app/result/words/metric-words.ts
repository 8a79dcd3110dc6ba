import { filledIn } from '../../../../contract/filled-in.ts';
import type { MetricDetails, MetricUnit } from '../../../../details/details.ts';
import type { MetricMoment, NamedMetric, ResultWords } from './result-words.ts';

const momentPattern = /(AtTouchdown|AtMidStance|AtToeOff|PeakTime|Min|Max|Range|Peak|Mean)$/;

/** What a metric is called, such as `Knee flexion, at touchdown`; its id where it has no name. */
export function metricName(id: string, words: ResultWords): string {
  const named = termName(id, words);
  if (named !== null) return named;
  const moment = momentPattern.exec(id)?.[1] as MetricMoment | undefined;
  const term = moment === undefined ? null : termName(id.slice(0, -moment.length), words);
  return moment === undefined || term === null ? id : filledIn(words.atMoment, { term, moment: words.moments[moment] });
}

const termName = (term: string, words: ResultWords): string | null =>
  words.metrics[term as NamedMetric] ?? words.angles[term as keyof ResultWords['angles']] ?? null;

/** How a unit is written after its number. */
export const unitName = (unit: MetricUnit, words: ResultWords): string =>
  ({ '1/min': words.ui.stepsPerMinute, ms: 'ms', '1': '', 'm/s': 'm/s', m: 'm', 's/km': 'min/km', deg: '°', '%': '%' })[
    unit
  ];

/** Decimals that a reader is shown. */
const shownDecimals: Readonly<Record<MetricUnit, number>> = {
  '1/min': 1,
  ms: 0,
  '1': 3,
  'm/s': 2,
  m: 3,
  's/km': 0,
  deg: 1,
  '%': 1,
};

/** The same of one metric: step lengths and widths need no tenths of a millimetre. */
export const decimalsOf = ({ unit }: Pick<MetricDetails, 'unit'>): number => shownDecimals[unit];
