import type { Language } from './language.ts';

/** The six segments of the side view, by their names in the contract. */
export const segments = ['arm', 'back_cycle', 'foot', 'forward_cycle', 'head', 'trunk'] as const;
export type Segment = (typeof segments)[number];

export type Band = 'good' | 'okay' | 'bad';

/** A closed interval in degrees. */
export type RangeDeg = readonly [low: number, high: number];

/** Texts of a segment in one language. `exercises` and `recap` are empty where the position is good. */
export interface SegmentTexts {
  readonly title: string;
  readonly position: string;
  readonly recap: readonly string[];
  readonly exercises: readonly string[];
  /** The foot alone. */
  readonly overstrideTitle?: string;
}

export interface SegmentScore {
  /** 0 to 1, or null when the segment's angle was withheld. */
  readonly score: number | null;
  readonly band: Band | null;
  readonly rangeGood: RangeDeg;
  readonly rangeOkay: RangeDeg;
  readonly texts: SegmentTexts;
}

export interface RunningStyle {
  readonly id: 'hop' | 'stick' | 'bounce' | 'push' | 'sit';
  readonly title: string;
  readonly animal: string;
  /** 0 to 100; the styles' shares sum to 100. */
  readonly percentage: number;
  readonly summary: string;
}

export interface SideViewScore {
  readonly language: Language;
  readonly segments: Readonly<Record<Segment, SegmentScore>>;
  /** Mean of the segment scores that are known, 0 to 1; null when none is. */
  readonly totalScore: number | null;
  /** Best first; empty when cadence or duty factor was withheld. */
  readonly styles: readonly RunningStyle[];
  readonly overstrideBand: Band | null;
}
