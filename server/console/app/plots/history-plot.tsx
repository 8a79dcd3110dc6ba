import { scaleLinear, scaleTime } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import { useRef } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import { XAxis, YAxis } from './axes.tsx';
import { dateAxis } from './date-axis.ts';
import { plotArea, xRange, yRange } from './plot-area.ts';
import { written } from './plot-numbers.ts';
import type { PlotWords } from './plot-words.ts';
import { useWidth } from './use-width.ts';

/** One number of one analysis. */
export interface HistoryPoint {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly side: 'left' | 'right' | null;
  readonly value: number | null;
  readonly halfWidth: number | null;
}

export interface HistoryPlotProps {
  readonly title: string;
  readonly unit: string;
  /** Of one metric, in order of time. */
  readonly points: readonly HistoryPoint[];
  readonly decimals: number;
  /** A value as its unit is read; with the decimals, if it is not told. */
  readonly write?: (value: number, decimals: number) => string;
  readonly words: PlotWords;
  readonly language: Language;
  readonly width?: number;
  readonly height?: number;
}

const series = ['left', 'right', null] as const;

/** One number over the dates of a runner's analyses, each with its interval. */
export function HistoryPlot(props: HistoryPlotProps) {
  const { title, unit, points, decimals, words, language, width: before = 340, height = 200 } = props;
  const write = props.write ?? ((value, places) => written(value, language, places));
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure, before);
  const area = plotArea(width, height);
  const known = points.filter((point): point is HistoryPoint & { value: number } => point.value !== null);
  if (known.length === 0)
    return (
      <figure class="plot-figure" ref={figure}>
        <figcaption class="plot-caption">
          <span class="plot-title">{title}</span>
        </figcaption>
        <p class="plot-reading">{words.notMeasured}</p>
      </figure>
    );
  const times = known.map(({ atMs }) => atMs);
  const dates = dateAxis(times, language, Math.max(2, Math.floor(width / 110)));
  const x = scaleTime(dates.domain, xRange(area));
  const ends = known.flatMap(({ value, halfWidth }) => [value - (halfWidth ?? 0), value + (halfWidth ?? 0)]);
  const y = scaleLinear([Math.min(...ends), Math.max(...ends)], yRange(area)).nice(4);
  const number = ({ value, halfWidth }: HistoryPoint): string =>
    value === null
      ? words.notMeasured
      : `${write(value, decimals)}${halfWidth === null ? '' : ` ± ${write(halfWidth, decimals)}`}`;
  const tickDecimals = y.ticks(4).every(Number.isInteger) ? 0 : Math.max(1, decimals);
  return (
    <figure class="plot-figure" ref={figure}>
      <figcaption class="plot-caption">
        <span class="plot-title">
          {title}
          {unit === '' ? '' : `, ${unit}`}
        </span>
      </figcaption>
      <svg
        class="plot"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title}, ${unit}. ${known.map((point) => `${dates.textOf(point.atMs)}: ${number(point)}`).join('; ')}`}
      >
        <YAxis
          area={area}
          place={y}
          ticks={y.ticks(4).map((value) => ({ value, label: write(value, tickDecimals) }))}
        />
        <XAxis area={area} place={(value) => x(value)} ticks={dates.ticks} title={dates.day ?? words.date} />
        {series.map((side) => {
          const own = known.filter((point) => point.side === side);
          return own.length === 0 ? null : (
            <g key={side ?? 'body'} class={`plot-side-${side ?? 'body'}`}>
              <path
                class="plot-trend"
                d={
                  lineShape<(typeof own)[number]>()
                    .x(({ atMs }) => x(atMs))
                    .y(({ value }) => y(value))(own) ?? ''
                }
              />
              {own.map(({ atMs, value, halfWidth }) => (
                <g key={atMs} class="plot-value">
                  <line x1={x(atMs)} x2={x(atMs)} y1={y(value - (halfWidth ?? 0))} y2={y(value + (halfWidth ?? 0))} />
                  {side === 'right' ? (
                    <rect x={x(atMs) - 4} y={y(value) - 4} width={8} height={8} />
                  ) : (
                    <circle cx={x(atMs)} cy={y(value)} r={4.5} />
                  )}
                </g>
              ))}
            </g>
          );
        })}
      </svg>
      <details class="plot-data">
        <summary>{words.asTable}</summary>
        <div class="plot-scroll">
          <table>
            <caption>
              {title}
              {unit === '' ? '' : `, ${unit}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.date}</th>
                <th scope="col">
                  {words.left} / {words.right}
                </th>
                <th scope="col">{unit === '' ? title : unit}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={`${point.atMs} ${point.side}`}>
                  <th scope="row">{dates.textOf(point.atMs)}</th>
                  <td>{point.side === null ? '' : words[point.side]}</td>
                  <td>{number(point)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
