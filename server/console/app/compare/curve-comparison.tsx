import type { CurveDetails } from '../../../details/details.ts';
import { GaitCyclePlot } from '../plots/gait-cycle-plot.tsx';
import { plotWords } from '../plots/words.ts';
import { resultWords } from '../result/words/by-language.ts';
import { useSpoken } from '../words/use-words.ts';

interface CurveComparisonProps {
  readonly first: readonly CurveDetails[];
  readonly second: readonly CurveDetails[];
}

/** The joint angles that two analyses both have, one over the other. */
export function CurveComparison({ first, second }: CurveComparisonProps) {
  const { language, words } = useSpoken();
  const { common, compare } = words;
  const pairs = first.flatMap((curve) => {
    const other = second.find(({ id, side }) => id === curve.id && side === curve.side);
    return other
      ? [
          [
            { ...curve, name: compare.first },
            { ...other, name: compare.second, second: true },
          ] as const,
        ]
      : [];
  });
  if (pairs.length === 0) return null;
  return (
    <section class="card" aria-labelledby="curves-title">
      <h2 id="curves-title">{compare.curves}</h2>
      <ul class="plot-grid-list">
        {pairs.map((curves) => (
          <li key={`${curves[0].id} ${curves[0].side}`}>
            <GaitCyclePlot
              curves={curves}
              title={`${resultWords[language].angles[curves[0].id]}, ${common[curves[0].side].toLocaleLowerCase(language)}`}
              words={plotWords[language]}
              language={language}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
