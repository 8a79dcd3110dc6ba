import type { SideViewMetrics } from '../metrics/side-view-metrics.ts';
import type { AngleScore } from './angle-score.ts';
import { exercises } from './exercises.table.ts';
import type { Band, Segment, SegmentTexts } from './side-view-score.ts';
import type { Deviation, Recap, Texts } from './texts/texts.ts';

type Advice = Readonly<Partial<Record<'low' | 'high', { readonly recap: Recap } | Deviation>>>;

/** Texts of a segment; `scored` is null when its angle was withheld. */
export const segmentTexts = (
  segment: Exclude<Segment, 'foot'>,
  scored: AngleScore | null,
  texts: Texts,
): SegmentTexts => ({
  title: texts.titles[segment],
  position: positionOf(texts.deviations[segment], scored, texts),
  ...adviceFor(segment, scored, texts),
});

/** From this probability on a strike pattern is told without reserve. */
const firmProbability = 0.8;

/** The strike pattern that is told, and how likely it is. */
export type Strike = Pick<SideViewMetrics, 'strikePattern' | 'strikeProbabilities'>;

/** Texts of the foot: its position is the strike pattern, and the overstride has a title of its own. */
export const footTexts = (
  { strikePattern, strikeProbabilities }: Strike,
  scored: AngleScore | null,
  overstride: Band | null,
  texts: Texts,
): SegmentTexts => {
  const title = texts.titles.foot;
  const { recap, exercises } = footAdvice(scored, isAhead(overstride), texts);
  if (strikePattern === null) {
    const position = strikeProbabilities === null ? texts.notMeasured : texts.strikeUnclear;
    return { title, recap, exercises, position };
  }
  const strike = texts.strikes[strikePattern];
  const firm = (strikeProbabilities?.[strikePattern] ?? 0) >= firmProbability;
  const position = firm ? strike.position : strike.likely;
  if (overstride === null) return { title, recap, exercises, position };
  const overstrideTitle = isAhead(overstride) ? strike.ahead : strike.under;
  return { title, recap, exercises, position, overstrideTitle };
};

const isAhead = (overstride: Band | null): boolean => overstride === 'okay' || overstride === 'bad';

/** The advice for the foot's angle, which says that the foot lands too far ahead only where the overstride does. */
const footAdvice = (scored: AngleScore | null, ahead: boolean, texts: Texts) => {
  const advice = adviceFor('foot', scored, texts);
  if (scored?.direction !== 'high' || !ahead) return advice;
  const { recap, recapAhead } = texts.deviations.foot.high;
  return { ...advice, recap: [recap[0], ...recapAhead, recap[3]] };
};

const positionOf = (
  deviations: Readonly<Partial<Record<'low' | 'high', Deviation>>>,
  scored: AngleScore | null,
  texts: Texts,
): string => {
  if (scored === null) {
    return texts.notMeasured;
  }
  const deviation = scored.direction === null ? undefined : deviations[scored.direction];
  if (deviation === undefined) {
    return texts.idealPosition;
  }
  return scored.band === 'okay' ? deviation.slight : deviation.strong;
};

const adviceFor = (segment: Segment, scored: AngleScore | null, texts: Texts) => {
  const direction = scored?.direction ?? null;
  if (direction === null) {
    return { recap: [], exercises: [] };
  }
  const advice: Advice = texts.deviations[segment];
  return { recap: advice[direction]?.recap ?? [], exercises: exercises[segment][direction] };
};
