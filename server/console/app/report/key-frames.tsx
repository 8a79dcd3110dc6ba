import type { KeyFrame } from '../../../report/report-input.ts';
import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from '../result/shown-result.ts';

/** Pictures of one stance, side by side. */
export function KeyFrames({ shown, frames }: { readonly shown: ShownResult; readonly frames: readonly KeyFrame[] }) {
  const { language, words, plots } = shown;
  if (frames.length === 0) return null;
  const momentNames = { touchdown: plots.touchdown, midStance: words.ui.midStance, toeOff: plots.toeOff };
  return (
    <section class="result-section" aria-labelledby="result-frames">
      <h2 id="result-frames">{words.headings.keyFrames}</h2>
      <div class="report-frames">
        {frames.map(({ kind, side, timeS, dataUrl, widthPx, heightPx }) => {
          const caption = `${momentNames[kind]} · ${plots[side]} · ${written(timeS, language, 2)} s`;
          return (
            <figure key={`${kind} ${side}`}>
              <img src={dataUrl} alt={caption} width={widthPx} height={heightPx} />
              <figcaption>{caption}</figcaption>
            </figure>
          );
        })}
      </div>
    </section>
  );
}
