import type { MomentDetails } from '../../../details/details.ts';
import type { KeyFrame } from '../../../report/report-input.ts';
import { written } from '../plots/plot-numbers.ts';
import { measuredText } from '../result/measured-words.ts';
import type { ShownResult } from '../result/shown-result.ts';
import { metricName } from '../result/words/metric-words.ts';

/** Pictures of one stance, side by side, with what the angles are at such moments. */
export function KeyFrames({ shown, frames }: { readonly shown: ShownResult; readonly frames: readonly KeyFrame[] }) {
  const { language, words, plots } = shown;
  if (frames.length === 0) return null;
  const momentNames = { touchdown: plots.touchdown, midStance: words.ui.midStance, toeOff: plots.toeOff };
  return (
    <section class="result-section" aria-labelledby="result-frames">
      <h2 id="result-frames">{words.headings.keyFrames}</h2>
      <div class="report-frames">
        {frames.map((frame) => {
          const { kind, side, timeS, dataUrl, widthPx, heightPx } = frame;
          const caption = `${momentNames[kind]} · ${plots[side]} · ${written(timeS, language, 2)}\u00a0s`;
          return (
            <figure key={`${kind} ${side}`}>
              <img src={dataUrl} alt={caption} width={widthPx} height={heightPx} />
              <figcaption>
                <strong>{caption}</strong>
                {anglesAt(frame, shown).map(([name, value]) => (
                  <span key={name} class="report-angle">
                    {name}: <span class="result-number">{value}</span>
                  </span>
                ))}
              </figcaption>
            </figure>
          );
        })}
      </div>
    </section>
  );
}

const suffixes = { touchdown: 'AtTouchdown', midStance: 'AtMidStance', toeOff: 'AtToeOff' } as const;
const terms = ['hipFlexion', 'kneeFlexion', 'ankleDorsiflexion', 'pelvicDrop', 'kneeAdduction', 'rearfoot'];

/** Means over the stances of the leg. */
function anglesAt({ kind, side }: MomentDetails, shown: ShownResult): (readonly [string, string])[] {
  const { details, words } = shown;
  return terms.flatMap((term) => {
    const found = details.metrics.find((one) => one.id === `${term}${suffixes[kind]}` && one.side === side);
    const value = found === undefined ? null : measuredText(found, shown);
    return value === null ? [] : [[metricName(term, words), value] as const];
  });
}
