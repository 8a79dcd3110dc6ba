import type { Language } from '../../engine/score/language.ts';
import type { Details, MomentDetails } from '../details/details.ts';

/** A picture of a moment, as a report shows it. */
export interface KeyFrame extends MomentDetails {
  /** `data:image/jpeg;base64,…` */
  readonly dataUrl: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Everything that a report is made of. */
export interface ReportInput {
  readonly details: Details;
  readonly language: Language;
  /** In order of time; none where there is no annotated video. */
  readonly keyFrames: readonly KeyFrame[];
  /** Whose analysis it is, as the reader is to see it; null leaves it out. */
  readonly name: string | null;
  /** When the clip was analysed; null where that is not known. */
  readonly analysedAt: Date | null;
  readonly stylesheet: string;
}

/** What the bundle of the report's components gives. */
export interface ReportRenderer {
  /** A whole page, without a script and without a link to anything outside of itself. */
  readonly renderReport: (input: ReportInput) => string;
}
