import type { Side } from '../../pose/keypoint-names.ts';
import type { AngleScore } from '../angle-score.ts';
import type { BackDeviation, BackTextSegment, BackViewTexts, OfLeg } from '../texts/back-view/texts.ts';
import type { BackSideTexts } from './back-view-score.ts';

/** In which band an angle lies, and on which side of the good interval. */
export type Placed = Pick<AngleScore, 'band' | 'direction'>;

/**
 * Texts of one segment of one leg.
 *
 * @param leg The leg whose stance was measured, also for the pelvic drop.
 * @param placed What `scoreAngle` found, signed as `BackViewTexts` says; null when the angle was withheld.
 * @param texts `backViewTextsByLanguage[language]`
 */
export const backSideTexts = (
  segment: BackTextSegment,
  leg: Side,
  placed: Placed | null,
  texts: BackViewTexts,
): BackSideTexts => {
  const { title, explanation, good, ...deviations } = texts.segments[segment];
  const base = { title, explanation, side: texts.legs[leg] };
  if (placed === null) {
    return { ...base, position: texts.notMeasured, recap: [] };
  }
  const { band, direction } = placed;
  const judged: Deviations = deviations;
  const deviation = direction === null ? undefined : judged[direction];
  if (direction === null || deviation === undefined) {
    return { ...base, position: good, recap: [] };
  }
  return {
    ...base,
    position: ofLeg(band === 'okay' ? deviation.slight : deviation.strong, leg),
    recap: deviation.recap.map((sentence) => ofLeg(sentence, leg)),
  };
};

type Deviations = Readonly<Partial<Record<'low' | 'high', BackDeviation<string | OfLeg>>>>;

const ofLeg = (text: string | OfLeg, leg: Side): string => (typeof text === 'string' ? text : text[leg]);
