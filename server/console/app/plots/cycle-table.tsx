import type { Language } from '../../../../engine/score/language.ts';
import { filledIn } from '../../../contract/filled-in.ts';
import { nameOf, type ShownCurve } from './gait-cycle-plot.tsx';
import { written } from './plot-numbers.ts';
import type { PlotWords } from './plot-words.ts';

interface CycleTableProps {
  readonly curves: readonly ShownCurve[];
  readonly title: string;
  readonly words: PlotWords;
  readonly language: Language;
}

/** Every fifth percent of the cycle. */
const shownPercents = Array.from({ length: 21 }, (_, i) => 5 * i);

/** The numbers behind a plot, folded away. */
export function CycleTable({ curves, title, words, language }: CycleTableProps) {
  const cell = ({ meanDeg, sdDeg }: ShownCurve, percent: number): string => {
    const [mean, sd] = [meanDeg[percent] ?? null, sdDeg[percent] ?? null];
    if (mean === null) return '–';
    return sd === null ? written(mean, language, 1) : `${written(mean, language, 1)} ± ${written(sd, language, 1)}`;
  };
  const normal = curves.find((curve) => curve.normal !== null)?.normal ?? null;
  return (
    <details class="plot-data">
      <summary>{words.asTable}</summary>
      <div class="plot-scroll">
        <table>
          <caption>
            {title}, ° ({words.meanAndSpread})
          </caption>
          <thead>
            <tr>
              <th scope="col">%</th>
              {curves.map((curve) => (
                <th key={nameOf(curve, words)} scope="col">
                  {nameOf(curve, words)}
                </th>
              ))}
              {normal === null ? null : <th scope="col">{words.normal}</th>}
            </tr>
          </thead>
          <tbody>
            {shownPercents.map((percent) => (
              <tr key={percent}>
                <th scope="row">{percent}</th>
                {curves.map((curve) => (
                  <td key={nameOf(curve, words)}>{cell(curve, percent)}</td>
                ))}
                {normal === null ? null : (
                  <td>
                    {filledIn(words.range, {
                      low: written(normal.lowDeg[percent] ?? Number.NaN, language, 0),
                      high: written(normal.highDeg[percent] ?? Number.NaN, language, 0),
                    })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
