import type { CurveDetails, CurveId } from '../../../details/details.ts';
import { GaitCyclePlot } from '../plots/gait-cycle-plot.tsx';
import type { ShownResult } from './shown-result.ts';

export interface CurveSectionProps {
  readonly shown: ShownResult;
  /** Where the cursor of a plot stands, percent of the cycle; by default there is none. */
  readonly cursor?: number | null;
  /** Told which leg's cycle, and which phase of it, is pointed at. */
  readonly onCursor?: ((side: CurveDetails['side'], percent: number) => void) | undefined;
  /** Of one plot, before the page is laid out. */
  readonly plotWidth?: number;
}

/** Every joint over the gait cycle, left and right in one plot. */
export function CurveSection({ shown, cursor = null, onCursor, plotWidth }: CurveSectionProps) {
  const { details, language, words, plots } = shown;
  if (details.curves.length === 0) return null;
  const ids = [...new Set(details.curves.map(({ id }) => id))] as CurveId[];
  return (
    <section class="result-section" aria-labelledby="result-curves">
      <h2 id="result-curves">{words.headings.curves}</h2>
      <div class="result-plots">
        {ids.map((id) => {
          const curves = details.curves.filter((curve) => curve.id === id);
          const side = curves[0]?.side ?? 'left';
          return (
            <div key={id} class="result-plot">
              <GaitCyclePlot
                curves={curves}
                title={words.angles[id]}
                words={plots}
                language={language}
                cursor={cursor}
                onCursor={onCursor === undefined ? undefined : (percent) => onCursor(side, percent)}
                {...(plotWidth === undefined ? {} : { width: plotWidth })}
              />
              {curves.some(({ normal }) => normal?.freeLevel === true) ? (
                <p class="result-note">{words.ui.freeLevel}</p>
              ) : null}
            </div>
          );
        })}
      </div>
      <p class="result-note">
        {words.ui.toeOffNote} {details.curves.some(({ normal }) => normal !== null) ? words.ui.normalNote : ''}
      </p>
    </section>
  );
}
