import type { Side } from '../../../../engine/pose/keypoint-names.ts';
import type { CurveId } from '../../../details/details.ts';
import { GaitCyclePlot } from '../plots/gait-cycle-plot.tsx';
import type { ShownResult } from './shown-result.ts';

export interface CurveSectionProps {
  readonly shown: ShownResult;
  /** Where the cursor of a plot stands, percent of the cycle; by default there is none. */
  readonly cursor?: number | null;
  /** Told which phase of the cycle is pointed at. */
  readonly onCursor?: ((percent: number) => void) | undefined;
  /** Which leg's cycle the video follows, and another that is chosen; without it there is no choice. */
  readonly followed?: { readonly side: Side; readonly onChoose: (side: Side) => void } | undefined;
  /** Of one plot, before the page is laid out. */
  readonly plotWidth?: number;
}

/** Every joint over the gait cycle, left and right in one plot. */
export function CurveSection({ shown, cursor = null, onCursor, followed, plotWidth }: CurveSectionProps) {
  const { details, language, words, plots } = shown;
  if (details.curves.length === 0) return null;
  const ids = [...new Set(details.curves.map(({ id }) => id))] as CurveId[];
  return (
    <section class="result-section" aria-labelledby="result-curves">
      <h2 id="result-curves">{words.headings.curves}</h2>
      {followed === undefined ? null : <FollowedLeg shown={shown} {...followed} />}
      <div class="result-plots">
        {ids.map((id) => {
          const curves = details.curves.filter((curve) => curve.id === id);
          return (
            <div key={id} class="result-plot">
              <GaitCyclePlot
                curves={curves}
                title={words.angles[id]}
                words={plots}
                language={language}
                cursor={cursor}
                onCursor={onCursor}
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

/** In whose cycle a phase that is pointed at is looked up in the video. */
function FollowedLeg({
  shown: { words, plots },
  side,
  onChoose,
}: NonNullable<CurveSectionProps['followed']> & { readonly shown: ShownResult }) {
  return (
    <fieldset class="result-followed">
      <legend>{words.ui.videoFollows}</legend>
      {(['left', 'right'] as const).map((one) => (
        <label key={one} class="result-check">
          <input type="radio" name="followed-leg" value={one} checked={one === side} onChange={() => onChoose(one)} />
          {plots[one]}
        </label>
      ))}
    </fieldset>
  );
}
