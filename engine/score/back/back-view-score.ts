import type { Side } from '../../pose/keypoint-names.ts';
import type { Language } from '../language.ts';
import type { Band, RangeDeg } from '../side-view-score.ts';

/** What is judged from behind, by the contract's names. */
export const backSegments = ['knee_adduction', 'pelvic_drop', 'pronation'] as const;
export type BackSegment = (typeof backSegments)[number];

/** Texts of one side of one angle in one language. */
export interface BackSideTexts {
  readonly title: string;
  /** The side's name. */
  readonly side: string;
  readonly position: string;
  /** What the angle tells. */
  readonly explanation: string;
  /** Empty where the position is good or not known. */
  readonly recap: readonly string[];
}

/** One side of one angle, judged. */
export interface BackSideScore {
  /** 0 to 1, or null when the angle was withheld. */
  readonly score: number | null;
  readonly band: Band | null;
  readonly rangeGood: RangeDeg;
  readonly rangeOkay: RangeDeg;
  /** The bad band on the side on which the angle lies; the high one when it lies on neither. */
  readonly rangeBad: RangeDeg;
  readonly texts: BackSideTexts;
}

export type BothSides<T> = Readonly<Record<Side, T>>;

/** Scores and texts of a back view. */
export interface BackViewScore {
  readonly language: Language;
  /** `pronation` alone when only that was asked for. */
  readonly segments: Readonly<Partial<Record<BackSegment, BothSides<BackSideScore>>>> &
    Readonly<Record<'pronation', BothSides<BackSideScore>>>;
  /** Mean of the sides' scores that are known, 0 to 1; null when none is. */
  readonly totalScore: number | null;
}
