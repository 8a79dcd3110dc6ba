import type { Language } from '../../../../engine/score/language.ts';
import type { Details, MetricDetails, SegmentDetails, SegmentWords } from '../../../details/details.ts';
import type { PlotWords } from '../plots/plot-words.ts';
import { plotWords } from '../plots/words.ts';
import { resultWords } from './words/by-language.ts';
import type { ResultWords } from './words/result-words.ts';

/** A result and the words in which it is shown: what every part of a result page and of a report is given. */
export interface ShownResult {
  readonly details: Details;
  readonly language: Language;
  readonly words: ResultWords;
  readonly plots: PlotWords;
  /** Whether the page stands still, on paper: what is folded away in a browser cannot be unfolded there. */
  readonly isStill: boolean;
}

export const shownResult = (details: Details, language: Language): ShownResult => ({
  details,
  language,
  words: resultWords[language],
  plots: plotWords[language],
  isStill: false,
});

/** What the speed was read from, beside the speed; null beside every other number, and where it is not known. */
export function sourceText({ id, value }: MetricDetails, { details, words }: ShownResult): string | null {
  const source = details.seen.speedSource ?? null;
  return id !== 'speed' || value === null || source === null ? null : words.speedSources[source];
}

/** The words of a segment's score. */
export const segmentWords = ({ details, language }: ShownResult, { textKey }: SegmentDetails): SegmentWords | null =>
  details.texts[language].segments[textKey] ?? null;

/** The number that a segment is judged by. */
export const judgedBy = ({ details }: ShownResult, { metricId, side }: SegmentDetails): MetricDetails | null =>
  details.metrics.find((metric) => metric.id === metricId && metric.side === side) ?? null;
