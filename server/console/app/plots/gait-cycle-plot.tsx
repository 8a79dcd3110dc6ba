import { scaleLinear } from 'd3-scale';
import { area as areaShape, line as lineShape } from 'd3-shape';
import { useRef } from 'preact/hooks';
import type { Language } from '../../../../engine/score/language.ts';
import type { CurveDetails } from '../../../details/details.ts';
import { XAxis, YAxis } from './axes.tsx';
import { CursorPad } from './cursor-pad.tsx';
import { CycleTable } from './cycle-table.tsx';
import { type PlotArea, plotArea, xRange, yRange } from './plot-area.ts';
import { intervalText, written } from './plot-numbers.ts';
import type { PlotWords } from './plot-words.ts';
import { useWidth } from './use-width.ts';

export interface GaitCyclePlotProps {
  /** Of one angle: one side or both; others are told apart by `name`. */
  readonly curves: readonly ShownCurve[];
  readonly title: string;
  readonly words: PlotWords;
  readonly language: Language;
  /** Percent of the cycle; null shows none. */
  readonly cursor?: number | null;
  /** What moves the cursor; without it the plot stands still. */
  readonly onCursor?: ((percent: number) => void) | undefined;
  /** Width before the page is laid out, and in a page that never is. */
  readonly width?: number;
  readonly height?: number;
}

export interface ShownCurve extends CurveDetails {
  /** Instead of the side's name. */
  readonly name?: string;
  /** Another dash, for the second of two analyses. */
  readonly second?: boolean;
}

/** Mean and spread of an angle over the gait cycle, against healthy runners: left solid, right dashed. */
export function GaitCyclePlot(props: GaitCyclePlotProps) {
  const { curves, title, words, language, cursor = null, onCursor, width: before = 340, height = 220 } = props;
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure, before);
  const plot = plotArea(width, height);
  const label = describe(props);
  const picture = (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Drawing {...props} plot={plot} />
    </svg>
  );
  const [from, to] = xRange(plot);
  return (
    <figure class="plot-figure" ref={figure}>
      <figcaption class="plot-caption">
        <span class="plot-title">{title}</span>
        <Legend curves={curves} words={words} />
      </figcaption>
      {onCursor === undefined ? (
        picture
      ) : (
        <CursorPad
          label={label}
          value={cursor === null ? null : Math.round(cursor)}
          least={0}
          most={100}
          step={1}
          valueText={valueText(props)}
          valueAt={(x) => Math.round((100 * (x - from)) / (to - from))}
          width={width}
          onMove={onCursor}
        >
          {picture}
        </CursorPad>
      )}
      {onCursor === undefined ? null : <p class="plot-reading">{cursor === null ? words.hover : valueText(props)}</p>}
      <CycleTable curves={curves} title={title} words={words} language={language} />
    </figure>
  );
}

function Drawing({ curves, words, language, cursor = null, plot }: GaitCyclePlotProps & { readonly plot: PlotArea }) {
  const x = scaleLinear([0, 100], xRange(plot));
  const y = scaleLinear(extent(curves), yRange(plot)).nice(5);
  const within = y.copy().clamp(true);
  const normal = curves.find((curve) => curve.normal !== null)?.normal ?? null;
  const [bottom, top] = [...yRange(plot)] as [number, number];
  return (
    <>
      {normal === null ? null : (
        <path
          class="plot-normal"
          d={
            areaShape<number>()
              .x((_, i) => x(i))
              .y0((low) => y(low))
              .y1((_, i) => y(normal.highDeg[i] ?? 0))(normal.lowDeg) ?? ''
          }
        />
      )}
      <YAxis
        area={plot}
        place={y}
        ticks={y.ticks(5).map((value) => ({ value, label: `${written(value, language, 0)}°` }))}
      />
      <XAxis
        area={plot}
        place={x}
        ticks={[0, 25, 50, 75, 100].map((value) => ({ value, label: `${value}` }))}
        title={words.cyclePercent}
      />
      {curves.map((curve) => (
        <g key={keyOf(curve)} class={`plot-side-${curve.side}`}>
          <path class="plot-spread" d={spreadPath(curve, x, within)} />
          {curve.toeOffPercent === null ? null : (
            <line class="plot-toe-off" x1={x(curve.toeOffPercent)} x2={x(curve.toeOffPercent)} y1={bottom} y2={top} />
          )}
        </g>
      ))}
      {curves.map((curve) => (
        <path
          key={keyOf(curve)}
          class={`plot-mean plot-side-${curve.side}${curve.second === true ? ' plot-second' : ''}`}
          d={meanPath(curve, x, y)}
        />
      ))}
      {cursor === null ? null : (
        <g class="plot-cursor">
          <line x1={x(cursor)} x2={x(cursor)} y1={bottom} y2={top} />
          {curves.map((curve) => {
            const value = curve.meanDeg[Math.round(cursor)] ?? null;
            return value === null ? null : (
              <circle key={keyOf(curve)} class={`plot-side-${curve.side}`} cx={x(cursor)} cy={y(value)} r={4} />
            );
          })}
        </g>
      )}
    </>
  );
}

const keyOf = ({ side, name, second }: ShownCurve): string => `${side} ${name ?? ''} ${second === true}`;

/** How far a spread may widen the picture to either side, of the range of the means and the band, and degrees in any case; the rest leaves it. */
const mostSpread = { share: 0.15, deg: 15 };

/** Lowest and highest angle that a plot shows. */
function extent(curves: readonly ShownCurve[]): [number, number] {
  const [low, high] = reach(
    curves.flatMap(({ meanDeg, normal }) => [
      ...meanDeg.filter((mean) => mean !== null),
      ...(normal === null ? [] : [...normal.lowDeg, ...normal.highDeg]),
    ]),
  );
  if (low > high) return [0, 1];
  const [lowest, highest] = reach(
    curves.flatMap(({ meanDeg, sdDeg }) =>
      meanDeg.flatMap((mean, i) => (mean === null ? [] : [mean - (sdDeg[i] ?? 0), mean + (sdDeg[i] ?? 0)])),
    ),
  );
  const most = Math.max(mostSpread.share * (high - low), mostSpread.deg);
  const [from, to] = [Math.max(low - most, Math.min(low, lowest)), Math.min(high + most, Math.max(high, highest))];
  return to - from < 10 ? [from - 5, to + 5] : [from, to];
}

const reach = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

type Scale = (value: number) => number;

const meanPath = ({ meanDeg }: ShownCurve, x: Scale, y: Scale): string =>
  lineShape<number | null>()
    .defined((mean) => mean !== null)
    .x((_, i) => x(i))
    .y((mean) => y(mean ?? 0))(meanDeg) ?? '';

const spreadPath = ({ meanDeg, sdDeg }: ShownCurve, x: Scale, y: Scale): string =>
  areaShape<number | null>()
    .defined((mean, i) => mean !== null && (sdDeg[i] ?? null) !== null)
    .x((_, i) => x(i))
    .y0((mean, i) => y((mean ?? 0) - (sdDeg[i] ?? 0)))
    .y1((mean, i) => y((mean ?? 0) + (sdDeg[i] ?? 0)))(meanDeg) ?? '';

export const nameOf = ({ name, side }: ShownCurve, words: PlotWords): string => name ?? words[side];

function Legend({ curves, words }: Pick<GaitCyclePlotProps, 'curves' | 'words'>) {
  return (
    <span class="plot-legend">
      {curves.map((curve) => (
        <span key={keyOf(curve)} class="plot-legend-item">
          <svg class="plot-key" viewBox="0 0 22 10" aria-hidden="true">
            <line
              class={`plot-mean plot-side-${curve.side}${curve.second === true ? ' plot-second' : ''}`}
              x1={1}
              x2={21}
              y1={5}
              y2={5}
            />
          </svg>
          {nameOf(curve, words)}
        </span>
      ))}
      {curves.some(({ normal }) => normal !== null) ? (
        <span class="plot-legend-item">
          <svg class="plot-key" viewBox="0 0 22 10" aria-hidden="true">
            <rect class="plot-normal" x={1} y={1} width={20} height={8} />
          </svg>
          {words.normal}
        </span>
      ) : null}
    </span>
  );
}

/** What stands at the cursor. */
function valueText({ curves, words, language, cursor = null }: GaitCyclePlotProps): string {
  if (cursor === null) return words.hover;
  const values = curves.map((curve) => {
    const mean = curve.meanDeg[Math.round(cursor)] ?? null;
    const sd = curve.sdDeg[Math.round(cursor)] ?? null;
    const spread = sd === null ? '' : ` ± ${written(sd, language, 1)}`;
    return `${nameOf(curve, words)} ${mean === null ? '–' : `${written(mean, language, 1)}°${spread}`}`;
  });
  return `${Math.round(cursor)} %: ${values.join(', ')}`;
}

/** The plot in words. */
function describe({ curves, title, words, language }: GaitCyclePlotProps): string {
  const parts = curves.map((curve) => {
    const known = curve.meanDeg.filter((value) => value !== null);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return `${nameOf(curve, words)}: ${intervalText([Math.round(least), Math.round(most)], words, language)}`;
  });
  return `${title}, ${words.cyclePercent}. ${parts.join('; ')}`;
}
