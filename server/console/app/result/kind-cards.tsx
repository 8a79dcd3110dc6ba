import { filledIn } from '../../../contract/filled-in.ts';
import { runnerUp } from '../../../details/close-call.ts';
import type { StyleDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import { ShareBars } from './share-bars.tsx';
import type { ShownResult } from './shown-result.ts';

/** Running style and foot strike of a side view, pronation of a back view: kinds with how likely they are. */
export function KindCards({ shown }: { readonly shown: ShownResult }) {
  return (
    <section class="result-section result-cards">
      {shown.details.view === 'side' ? (
        <>
          <StyleCard shown={shown} />
          <StrikeCard shown={shown} />
        </>
      ) : (
        <PronationCards shown={shown} />
      )}
    </section>
  );
}

/** That another style is nearly as probable; null where one stands clear. */
export function closeCall(
  styles: readonly StyleDetails[],
  { details, language, words }: Pick<ShownResult, 'details' | 'language' | 'words'>,
): string | null {
  const other = runnerUp(styles);
  if (other === null) return null;
  return filledIn(words.ui.closeCall, {
    other: details.texts[language].styles[other.id].title,
    percent: written(other.percentage, language, 0),
  });
}

function StyleCard({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words } = shown;
  const texts = details.texts[language].styles;
  const best = details.styles[0];
  const close = closeCall(details.styles, shown);
  return (
    <article class="result-card">
      <h3>{words.headings.style}</h3>
      {best === undefined ? (
        <p>{words.ui.noStyle}</p>
      ) : (
        <>
          <p class="result-position">{texts[best.id].title}</p>
          <p class="result-aside">{texts[best.id].summary}</p>
          {close === null ? null : <p class="result-aside">{close}</p>}
          <ShareBars
            language={language}
            shares={details.styles.map(({ id, percentage }) => ({
              name: texts[id].title,
              share: percentage / 100,
              isBest: id === best.id,
            }))}
          />
        </>
      )}
    </article>
  );
}

function StrikeCard({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words, plots } = shown;
  const strike = details.footStrike;
  if (strike === null) return null;
  const { pattern, probabilities, landings } = strike;
  const reason = details.metrics.find(({ id }) => id === 'footAngle')?.reason;
  const counted = (side: 'left' | 'right') => {
    const own = landings.filter((landing) => landing.side === side);
    return (['rearfoot', 'midfoot', 'forefoot'] as const)
      .map((name) => ({ name, count: own.filter((landing) => landing.pattern === name).length }))
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `${words.strikes[name]} ${count}`);
  };
  return (
    <article class="result-card">
      <h3>{words.headings.footStrike}</h3>
      {probabilities === null ? (
        <p>{reason === undefined ? words.ui.withheld : words.reasons[reason]}</p>
      ) : (
        <>
          <p class="result-position">{pattern === null ? words.ui.unclear : words.strikes[pattern]}</p>
          <ShareBars
            language={language}
            shares={(['rearfoot', 'midfoot', 'forefoot'] as const).map((name) => ({
              name: words.strikes[name],
              share: probabilities[name],
              isBest: name === pattern,
            }))}
          />
          {(['left', 'right'] as const).map((side) => {
            const parts = counted(side);
            return parts.length === 0 ? null : (
              <p key={side} class="result-aside">
                {plots[side]}: {parts.join(', ')}
              </p>
            );
          })}
        </>
      )}
    </article>
  );
}

function PronationCards({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words, plots } = shown;
  return (
    <>
      {details.pronation.map(({ side, class: name, probabilities }) => {
        const reason = details.metrics.find((metric) => metric.id === 'rearfootPeak' && metric.side === side)?.reason;
        return (
          <article key={side} class="result-card">
            <h3>
              {words.headings.pronation} · {plots[side]}
            </h3>
            {probabilities === null ? (
              <p>{reason === undefined ? words.ui.withheld : words.reasons[reason]}</p>
            ) : (
              <>
                <p class="result-position">{name === null ? words.ui.unclear : words.pronations[name]}</p>
                <ShareBars
                  language={language}
                  shares={(['supination', 'neutral', 'overpronation'] as const).map((kind) => ({
                    name: words.pronations[kind],
                    share: probabilities[kind],
                    isBest: kind === name,
                  }))}
                />
              </>
            )}
          </article>
        );
      })}
    </>
  );
}
