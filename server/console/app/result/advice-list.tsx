import { type ShownResult, segmentWords } from './shown-result.ts';
import type { ExerciseCode } from './words/result-words.ts';

/** What to do, for each position that calls for it; nothing where none could be judged. */
export function AdviceList({ shown }: { readonly shown: ShownResult }) {
  const { details, words, plots } = shown;
  const advised = details.segments.flatMap((segment) => {
    const text = segmentWords(shown, segment);
    return text === null || text.recap.length === 0 ? [] : [{ segment, text }];
  });
  if (details.segments.every(({ band }) => band === null)) return null;
  return (
    <section class="result-section" aria-labelledby="result-advice">
      <h2 id="result-advice">{words.headings.advice}</h2>
      {advised.length === 0 ? <p>{words.ui.noAdvice}</p> : null}
      <div class="result-cards">
        {advised.map(({ segment, text }) => (
          <article key={segment.textKey} class={`result-card result-band-${segment.band ?? 'none'}`}>
            <h3>
              {text.title}
              {segment.side === null ? '' : ` · ${plots[segment.side]}`}
            </h3>
            <ul>
              {text.recap.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {text.exercises.length === 0 ? null : (
              <p class="result-aside">
                <strong>{words.ui.exercises}:</strong>{' '}
                {text.exercises.map((code) => words.exercises[code as ExerciseCode] ?? code).join(' · ')}
              </p>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
