import type { Side } from '../../../pose/keypoint-names.ts';
import type { BackSegment } from '../../back/back-view-score.ts';

/** What has texts: what is judged, and hip adduction, which the contract's `analysis_content` has no place for. */
export type BackTextSegment = BackSegment | 'hip_adduction';

/**
 * A text that names a side, once for each leg: words for left and right bend with what they stand beside, so that a
 * placeholder would do in few of the languages.
 */
export type OfLeg = Readonly<Record<Side, string>>;

/** Four short sentences: what is seen, what it costs, what to do, how to practise. */
export type BackRecap = readonly [seen: OfLeg, cost: string, cue: string, practice: string];

/** A deviation to one side of the good interval. */
export interface BackDeviation<Position extends string | OfLeg> {
  /** Name of the position in the okay band. */
  readonly slight: Position;
  /** Name of the position in the bad band. */
  readonly strong: Position;
  /** Holds in either band. */
  readonly recap: BackRecap;
}

interface Described {
  readonly title: string;
  /** What the angle is, whatever was measured. */
  readonly explanation: string;
  /** Name of the position in the good band. */
  readonly good: string;
}

/** Judged towards either side. */
export interface TwoSided extends Described {
  readonly low: BackDeviation<string>;
  readonly high: BackDeviation<string>;
}

/** Judged towards the high side alone, with positions that name a side. */
export interface HighSided extends Described {
  readonly high: BackDeviation<OfLeg>;
}

/**
 * The result texts of the back view in one language. `low` is an angle under the good interval, `high` one over it:
 *
 * | segment          | positive angle                       | `low`                       | `high`                           |
 * |------------------|--------------------------------------|-----------------------------|----------------------------------|
 * | `pronation`      | heel everted against the shank       | supination                  | overpronation                    |
 * | `pelvic_drop`    | swing side of the pelvis hangs down  | not judged                  | swing side too low               |
 * | `knee_adduction` | knee towards the midline             | knee outward (seen: varus)  | knee inward (seen: valgus)       |
 * | `hip_adduction`  | thigh towards the midline            | thigh outward               | thigh inward                     |
 *
 * A leg's values are those of its own stance: the pelvic drop of the left leg is the right side of the pelvis hanging
 * down while the left leg carries the body, and its positions name the right side.
 */
export interface BackViewTexts {
  readonly legs: OfLeg;
  readonly notMeasured: string;
  readonly segments: Readonly<Record<Exclude<BackTextSegment, 'pelvic_drop'>, TwoSided>> & {
    readonly pelvic_drop: HighSided;
  };
}
