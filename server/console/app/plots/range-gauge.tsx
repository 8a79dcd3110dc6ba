import { scaleLinear } from 'd3-scale';
import type { Language } from '../../../../engine/score/language.ts';
import type { Interval, MetricDetails } from '../../../details/details.ts';
import { borderText, intervalText } from './plot-numbers.ts';
import type { PlotWords } from './plot-words.ts';

export interface RangeGaugeProps {
  readonly metric: Pick<MetricDetails, 'value' | 'halfWidth' | 'range'>;
  readonly name: string;
  /** The number and its interval as text. */
  readonly reading: string;
  readonly words: PlotWords;
  readonly language: Language;
}

const [width, height, middle] = [260, 46, 14];

/** A number and its interval against the good and the okay range, degrees. Nothing where either is missing. */
export function RangeGauge({ metric: { value, halfWidth, range }, name, reading, words, language }: RangeGaugeProps) {
  if (value === null || range === null) return null;
  const { good, okay } = range;
  const reach = halfWidth ?? 0;
  const ends = [...good, ...okay].filter((end) => end !== null);
  const [least, most] = [Math.min(...ends, value - reach), Math.max(...ends, value + reach)];
  const room = 0.06 * (most - least);
  const x = scaleLinear([least - room, most + room], [4, width - 4]);
  const zone = ([low, high]: Interval): { x: number; width: number } => {
    const [from, to] = [low === null ? 4 : x(low), high === null ? width - 4 : x(high)];
    return { x: from, width: Math.max(0, to - from) };
  };
  return (
    <svg
      class="plot plot-gauge"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name}: ${reading}. ${rangesText(range, words, language)}`}
    >
      <rect class="plot-track" x={4} y={middle - 5} width={width - 8} height={10} rx={5} />
      <rect class="plot-okay" {...zone(okay)} y={middle - 5} height={10} />
      <rect class="plot-good" {...zone(good)} y={middle - 5} height={10} />
      <g class="plot-value">
        <line x1={x(value - reach)} x2={x(value + reach)} y1={middle} y2={middle} />
        <line x1={x(value - reach)} x2={x(value - reach)} y1={middle - 5} y2={middle + 5} />
        <line x1={x(value + reach)} x2={x(value + reach)} y1={middle - 5} y2={middle + 5} />
        <circle cx={x(value)} cy={middle} r={5} />
      </g>
      <g class="plot-axis">
        {good
          .filter((end) => end !== null)
          .map((end) => (
            <text
              key={end}
              x={x(end)}
              y={38}
              text-anchor={x(end) < 20 ? 'start' : x(end) > width - 20 ? 'end' : 'middle'}
            >
              {borderText(end, language)}°
            </text>
          ))}
      </g>
    </svg>
  );
}

/** The ranges in words. */
export const rangesText = (
  { good, okay }: NonNullable<MetricDetails['range']>,
  words: PlotWords,
  language: Language,
): string =>
  `${words.good}: ${intervalText(good, words, language)} · ${words.okay}: ${intervalText(okay, words, language)}`;
