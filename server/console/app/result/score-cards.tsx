import { filledIn } from '../../../contract/filled-in.ts';
import type { SegmentDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import { RangeGauge, rangesText } from '../plots/range-gauge.tsx';
import { measuredText, reasonsOf } from './measured-words.ts';
import { judgedBy, type ShownResult, segmentWords } from './shown-result.ts';
import { metricName } from './words/metric-words.ts';

/** Every segment's score, its number against the ranges, what was seen and what to do about it. */
export function ScoreCards({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  if (details.segments.every(({ band }) => band === null)) return <NothingJudged shown={shown} />;
  return (
    <section class="result-section" aria-labelledby="result-scores">
      <h2 id="result-scores">{words.headings.scores}</h2>
      <TotalScore shown={shown} />
      <div class="result-cards">
        {details.segments.map((segment) => (
          <ScoreCard key={segment.textKey} segment={segment} shown={shown} />
        ))}
      </div>
      <p class="result-note">{words.ui.interval}</p>
    </section>
  );
}

/** Why there is no score at all, and of what there would be one. */
function NothingJudged({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  const titles = details.segments.map((segment) => segmentWords(shown, segment)?.title ?? segment.id);
  return (
    <section class="result-section result-missing" aria-labelledby="result-scores">
      <h2 id="result-scores">{words.headings.scores}</h2>
      {reasonsOf(details.segments.flatMap((segment) => judgedBy(shown, segment) ?? [])).map((reason) => (
        <p key={reason}>
          {words.ui.notJudged}: {words.reasons[reason]}
        </p>
      ))}
      <p class="result-note">{[...new Set(titles)].join(' · ')}</p>
    </section>
  );
}

/** Of all segments together, with what the errors of their angles leave of it. */
export function TotalScore({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words } = shown;
  const { totalScore, totalScoreInterval: interval } = details;
  if (totalScore === null) return null;
  const hundredths = (score: number): string => written(100 * score, language, 0);
  return (
    <p class="result-total">
      <span class="result-total-number">{hundredths(totalScore)}</span>
      <span class="result-total-of"> / 100</span> {words.ui.totalScore}
      {interval ? (
        <span class="result-soft">
          {' '}
          ({filledIn(words.ui.scoreInterval, { low: hundredths(interval[0]), high: hundredths(interval[1]) })})
        </span>
      ) : null}
    </p>
  );
}

function ScoreCard({ segment, shown }: { readonly segment: SegmentDetails; readonly shown: ShownResult }) {
  const { language, words, plots } = shown;
  const text = segmentWords(shown, segment);
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
      <JudgedNumber segment={segment} shown={shown} />
      <BandShares segment={segment} shown={shown} />
      {text?.overstrideTitle ? <p class="result-aside">{text.overstrideTitle}</p> : null}
      {text?.explanation ? <p class="result-aside">{text.explanation}</p> : null}
    </article>
  );
}

/** The number that a score rests on, against its ranges; or why there is none. */
function JudgedNumber({ segment, shown }: { readonly segment: SegmentDetails; readonly shown: ShownResult }) {
  const { language, words, plots } = shown;
  const metric = judgedBy(shown, segment);
  if (metric === null) return null;
  const name = metricName(metric.id, words);
  const reading = measuredText(metric, shown);
  if (reading === null)
    return (
      <p class="result-measured">
        {name}: {words.ui.withheld}. {metric.reason === undefined ? '' : words.reasons[metric.reason]}
      </p>
    );
  return (
    <>
      <RangeGauge metric={metric} name={name} reading={reading} words={plots} language={language} />
      <p class="result-measured">
        {name}: <span class="result-number">{reading}</span>
        {metric.range === null ? null : <span class="result-ranges"> {rangesText(metric.range, plots, language)}</span>}
      </p>
    </>
  );
}

/** A band that is less likely than this is told with the others. */
const sureShare = 0.8;

/** How likely each band is, where the error of the number leaves it open. */
function BandShares({
  segment: { band, bandShares },
  shown,
}: {
  readonly segment: SegmentDetails;
  readonly shown: ShownResult;
}) {
  const { language, words } = shown;
  if (band === null || !bandShares || bandShares[band] >= sureShare) return null;
  const shares = (['good', 'okay', 'bad'] as const).map((name) =>
    `${words.ui[name]} ${written(100 * bandShares[name], language, 0)} %`.replaceAll(' ', '\u00a0'),
  );
  return (
    <p class="result-aside">
      {words.ui.notCertain}: {shares.join('\u00a0· ')}
    </p>
  );
}
