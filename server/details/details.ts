import type { WithheldReason } from '../../engine/metrics/measured.ts';
import type { PronationClass } from '../../engine/metrics/rearfoot-metrics.ts';
import type { SpeedSource, StrikePattern } from '../../engine/metrics/side-view-metrics.ts';
import type { Side } from '../../engine/pose/keypoint-names.ts';
import type { CrossCheckName } from '../../engine/quality/cross-check.ts';
import type { BackSegment } from '../../engine/score/back/back-view-score.ts';
import type { Language } from '../../engine/score/language.ts';
import type { Band, RunningStyle, Segment } from '../../engine/score/side-view-score.ts';
import type { WarningValues } from '../contract/warning-values.ts';

export const detailsFormat = 'stridelab-details';
export const detailsVersion = 1;

/**
 * What an analysis found, as a person looks at it: `details.json`. Times are seconds of the clip, and of its annotated video, from
 * the first frame; durations among the metrics are the runner's own. Numbers are rounded to a tenth of what they are worth or less.
 */
export interface Details {
  readonly format: typeof detailsFormat;
  readonly version: typeof detailsVersion;
  readonly view: 'side' | 'back';
  readonly clip: ClipDetails;
  readonly request: RequestDetails;
  /** False when the clip shows no running: then every metric is withheld. */
  readonly running: boolean;
  readonly seen: SeenDetails;
  /** In order of touchdown. */
  readonly contacts: readonly ContactDetails[];
  /** From a touchdown to the same foot's next, each leg's in order: what maps a moment of the clip to a phase of the cycle. */
  readonly strides: readonly StrideDetails[];
  readonly metrics: readonly MetricDetails[];
  /** Those that are known somewhere. */
  readonly curves: readonly CurveDetails[];
  readonly symmetry: readonly SymmetryDetails[];
  readonly segments: readonly SegmentDetails[];
  /** 0 to 1; null when no segment could be judged. */
  readonly totalScore: number | null;
  /** Of the total score: nine in ten lie within, as the errors of the angles have it. Not in analyses of before it was kept. */
  readonly totalScoreInterval?: readonly [low: number, high: number] | null;
  /** Side view alone. */
  readonly footStrike: FootStrikeDetails | null;
  /** Back view alone. */
  readonly pronation: readonly PronationDetails[];
  /** Most probable first; empty when it could not be told, and from behind. */
  readonly styles: readonly StyleDetails[];
  readonly crossChecks: readonly CrossCheckDetails[];
  readonly warnings: readonly WarningDetails[];
  /** Worth a picture: the stance of either foot that is closest to the middle of the clip. In order of time. */
  readonly moments: readonly MomentDetails[];
  readonly texts: Readonly<Record<Language, TextDetails>>;
}

export interface ClipDetails {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationS: number;
  readonly frames: number;
  readonly fps: number;
  readonly variableFrameRate: boolean;
  readonly container: string;
  readonly codec: string;
  readonly hdr: boolean;
  readonly interlaced: boolean;
  /** Seconds of the clip for one of the runner's, and how that is known: see `TimeScale`. */
  readonly slowMotionFactor: number;
  readonly slowMotionSource: 'file' | 'container' | 'gait';
}

export interface RequestDetails {
  readonly heightM: number;
  readonly treadmill: boolean;
  readonly paceSPerKm: number | null;
  readonly language: Language;
  /** Of a back view: whether more than the pronation was asked for. */
  readonly fullBody: boolean;
  readonly network: string;
}

/** What was seen of the runner and the camera. */
export interface SeenDetails {
  readonly view: string;
  readonly facing: 'left' | 'right';
  readonly camera: 'treadmill' | 'static' | 'panning';
  /** What the speed was read from; null from behind, and where nothing was measured. Not in analyses of before it was kept. */
  readonly speedSource?: SpeedSource | null;
  /** Climb of the ground (side) or roll of the camera (back) that was taken off the angles. */
  readonly tiltDeg: number | null;
  readonly tiltHalfWidthDeg: number | null;
  readonly foundFraction: number;
  readonly ambiguousFraction: number;
  readonly legSwapsRepaired: number;
  readonly outliersRejected: number;
  readonly gapsFilled: number;
  readonly bodyHeightPx: number;
}

export interface ContactDetails {
  readonly side: Side;
  readonly touchdownS: number;
  readonly midStanceS: number;
  readonly toeOffS: number;
  /** False where the step contradicts its neighbours: then it is shown but not measured. */
  readonly accepted: boolean;
  /** About the runner from touchdown to toe-off; null where the runner was not seen. */
  readonly box: BoxDetails | null;
}

/** A part of the clip's picture, pixels. */
export interface BoxDetails {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface StrideDetails {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
}

export type MetricGroup =
  | 'rhythm'
  | 'landing'
  | 'posture'
  | 'ankle'
  | 'knee'
  | 'hip'
  | 'shoulder'
  | 'elbow'
  | 'rearfoot'
  | 'pelvis';

export type MetricUnit = '1/min' | 'ms' | '1' | 'm/s' | 'm' | 's/km' | 'deg' | '%';

/** An interval in the metric's unit; null is open. */
export type Interval = readonly [low: number | null, high: number | null];

/** One measured number. */
export interface MetricDetails {
  /** The field's standard term, such as `contactTime` or `kneeFlexionAtTouchdown`; with `side` unique. */
  readonly id: string;
  readonly group: MetricGroup;
  readonly side: Side | null;
  readonly unit: MetricUnit;
  /** Null when it was withheld. */
  readonly value: number | null;
  /** Half the width of a 90 % interval; null when `value` is. */
  readonly halfWidth: number | null;
  readonly n: number;
  /** Present exactly when `value` is null. */
  readonly reason?: WithheldReason;
  /** By which a score judges it; null for numbers that have no better and worse. */
  readonly range: { readonly good: Interval; readonly okay: Interval } | null;
}

/** The angles that have a curve. */
export type CurveId =
  | 'ankleDorsiflexion'
  | 'kneeFlexion'
  | 'hipFlexion'
  | 'shoulderFlexion'
  | 'elbowFlexion'
  | 'trunkLean'
  | 'headGaze'
  | 'pelvicDrop'
  | 'hipAdduction'
  | 'kneeAdduction';

/** One angle over the gait cycle of one leg: 101 values, from its touchdown (0 %) to its next (100 %). */
export interface CurveDetails {
  readonly id: CurveId;
  /** The leg whose cycle it is; of trunk and head, too. */
  readonly side: Side;
  /** Null where it is not known, and where a projection from behind means nothing because the leg swings. */
  readonly meanDeg: readonly (number | null)[];
  /** Standard deviation between strides. */
  readonly sdDeg: readonly (number | null)[];
  readonly strides: number;
  /** When the foot leaves the ground, percent of the cycle; null when no stance was measured. */
  readonly toeOffPercent: number | null;
  /** Nine healthy runners in ten; null where none is published, or at another speed. */
  readonly normal: NormalDetails | null;
}

export interface NormalDetails {
  readonly lowDeg: readonly number[];
  readonly highDeg: readonly number[];
  /** Whether the shape alone compares, not the level. */
  readonly freeLevel: boolean;
  readonly source: string;
}

/** Left against right. */
export interface SymmetryDetails {
  readonly id:
    | 'contactTime'
    | 'stepTime'
    | 'kneeFlexion'
    | 'hipRange'
    | 'ankleRange'
    | 'pelvicDrop'
    | 'kneeAdduction'
    | 'hipAdduction';
  /** `%`: 100 (left - right) / mean of both. `deg`: left less right. */
  readonly unit: '%' | 'deg';
  readonly value: number | null;
  readonly halfWidth: number | null;
  readonly n: number;
  readonly reason?: WithheldReason;
  /** Whether the interval leaves zero out; anything less is no difference that can be told. */
  readonly beyondDoubt: boolean;
}

/** What is judged; `textKey` finds its words in {@link TextDetails.segments}. */
export interface SegmentDetails {
  readonly id: Segment | BackSegment;
  readonly side: Side | null;
  readonly textKey: string;
  /** `id` of the metric of the same side that it is judged by. */
  readonly metricId: string;
  /** 0 to 1; null when the metric was withheld. */
  readonly score: number | null;
  readonly band: Band | null;
  /** How likely each band is, as the error of the angle has it; null when the metric was withheld. Not in older analyses. */
  readonly bandShares?: Readonly<Record<Band, number>> | null;
}

export interface FootStrikeDetails {
  readonly pattern: StrikePattern | null;
  readonly probabilities: Readonly<Record<StrikePattern, number>> | null;
  readonly landings: readonly LandingDetails[];
}

export interface LandingDetails {
  readonly step: number;
  readonly side: Side;
  readonly timeS: number;
  readonly footAngleDeg: number | null;
  readonly halfWidthDeg: number | null;
  readonly pattern: StrikePattern | null;
}

export interface PronationDetails {
  readonly side: Side;
  readonly class: PronationClass | null;
  readonly probabilities: Readonly<Record<PronationClass, number>> | null;
}

export interface StyleDetails {
  readonly id: RunningStyle['id'];
  readonly animal: string;
  /** 0 to 100; together 100. */
  readonly percentage: number;
}

export interface CrossCheckDetails {
  readonly id: CrossCheckName;
  readonly unit: 'm/s' | 'ms' | 'm/s2';
  readonly values: readonly [number, number];
  readonly difference: number;
  readonly allowed: number;
  readonly holds: boolean;
}

/** What makes the results less sure. */
export interface WarningDetails {
  readonly code: string;
  /** In English. */
  readonly message: string;
  /** Which sentence it is, in any language: several may share a code. Not in analyses of before it was kept. */
  readonly textKey?: string;
  /** What stands in the sentence, by its places' names. */
  readonly values?: WarningValues;
}

export interface MomentDetails {
  readonly kind: 'touchdown' | 'midStance' | 'toeOff';
  readonly side: Side;
  readonly timeS: number;
}

/** Everything that depends on the language. */
export interface TextDetails {
  /** By {@link SegmentDetails.textKey}. */
  readonly segments: Readonly<Record<string, SegmentWords>>;
  readonly styles: Readonly<Record<RunningStyle['id'], { readonly title: string; readonly summary: string }>>;
}

export interface SegmentWords {
  readonly title: string;
  /** What was seen. */
  readonly position: string;
  /** What the angle tells; of the back view alone. */
  readonly explanation: string | null;
  /** What is seen, what it costs, what to do, how to practise; empty where the position is good or not known. */
  readonly recap: readonly string[];
  /** Codes of exercises that help, the same in every language. */
  readonly exercises: readonly string[];
  /** Of the foot alone: where it lands. */
  readonly overstrideTitle: string | null;
}
