import type { SegmentDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import { RangeGauge } from '../plots/range-gauge.tsx';
import { MeasuredText } from './measured-text.tsx';
import { judgedBy, type ShownResult, segmentWords } from './shown-result.ts';
import { metricName } from './words/metric-words.ts';

/** Every segment's score, its number against the ranges, what was seen and what to do about it. */
export function ScoreCards({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words } = shown;
  const { totalScore } = details;
  return (
    <section class="result-section" aria-labelledby="result-scores">
      <h2 id="result-scores">{words.headings.scores}</h2>
      {totalScore === null ? null : (
        <p class="result-total">
          <span class="result-total-number">{written(100 * totalScore, language, 0)}</span>
          <span class="result-total-of"> / 100</span> {words.ui.totalScore}
        </p>
      )}
      <div class="result-cards">
        {details.segments.map((segment) => (
          <ScoreCard key={segment.textKey} segment={segment} shown={shown} />
        ))}
      </div>
      <p class="result-note">{words.ui.interval}</p>
    </section>
  );
}

function ScoreCard({ segment, shown }: { readonly segment: SegmentDetails; readonly shown: ShownResult }) {
  const { language, words, plots } = shown;
  const text = segmentWords(shown, segment);
  const metric = judgedBy(shown, segment);
  const title = text?.title ?? segment.id;
  const side = segment.side === null ? '' : ` · ${plots[segment.side]}`;
  return (
    <article class={`result-card result-band-${segment.band ?? 'none'}`}>
      <header class="result-card-head">
        <h3>
          {title}
          {side}
        </h3>
        <span class="result-badge">
          {segment.band === null ? words.ui.notJudged : words.ui[segment.band]}
          {segment.score === null ? '' : ` · ${written(100 * segment.score, language, 0)}`}
        </span>
      </header>
      <p class="result-position">{text?.position}</p>
      {metric === null ? null : (
        <>
          <RangeGauge metric={metric} name={metricName(metric.id, words)} words={plots} language={language} />
          <p class="result-measured">
            {metricName(metric.id, words)}: <MeasuredText number={metric} shown={shown} />
          </p>
        </>
      )}
      {text?.overstrideTitle ? <p class="result-aside">{text.overstrideTitle}</p> : null}
      {text?.explanation ? <p class="result-aside">{text.explanation}</p> : null}
    </article>
  );
}
