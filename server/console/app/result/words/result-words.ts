import type { WithheldReason } from '../../../../../engine/metrics/measured.ts';
import type { PronationClass } from '../../../../../engine/metrics/rearfoot-metrics.ts';
import type { SpeedSource, StrikePattern } from '../../../../../engine/metrics/side-view-metrics.ts';
import type { CrossCheckName } from '../../../../../engine/quality/cross-check.ts';
import type { ClipWarningKey } from '../../../../contract/warning-texts/warning-texts.ts';
import type { CurveId, MetricGroup, SymmetryDetails } from '../../../../details/details.ts';

/** Metrics with a name of their own. */
export type NamedMetric =
  | 'cadence'
  | 'contactTime'
  | 'flightTime'
  | 'strideTime'
  | 'stance'
  | 'swing'
  | 'dutyFactor'
  | 'speed'
  | 'pace'
  | 'stepLength'
  | 'stepWidth'
  | 'verticalOscillation'
  | 'elbowAngle'
  | 'frontKneeAngle'
  | 'backKneeAngle'
  | 'overstride'
  | 'footAngle'
  | 'trunkLateralLean'
  | 'rearfoot';

/** Moments and summaries that are named with an angle: `kneeFlexionAtTouchdown`. */
export type MetricMoment =
  | 'AtTouchdown'
  | 'AtMidStance'
  | 'AtToeOff'
  | 'Min'
  | 'Max'
  | 'Range'
  | 'Peak'
  | 'Mean'
  | 'PeakTime';

export type ExerciseCode =
  | 'bi_reinforcement'
  | 'tri_reinforcement'
  | 'ham_reinforcement'
  | 'hip_flexor_reinforcement'
  | 'heel_flick_drill'
  | 'calf_reinforcement'
  | 'calf_stretching'
  | 'tibialis_reinforcement'
  | 'quick_step_drill'
  | 'quad_reinforcement'
  | 'glute_reinforcement'
  | 'ham_stretching'
  | 'neck_reinforcement'
  | 'upper_back_reinforcement'
  | 'neck_stretching'
  | 'core_reinforcement'
  | 'wall_lean_drill'
  | 'hip_flexor_stretching';

/** What a result page and a report say, in one language, beside the texts of the scores. */
export interface ResultWords {
  readonly headings: {
    readonly sideView: string;
    readonly backView: string;
    readonly video: string;
    readonly keyFrames: string;
    readonly scores: string;
    readonly advice: string;
    readonly curves: string;
    readonly contacts: string;
    readonly numbers: string;
    readonly symmetry: string;
    readonly style: string;
    readonly footStrike: string;
    readonly pronation: string;
    readonly checks: string;
    readonly warnings: string;
    readonly technical: string;
    readonly limits: string;
  };
  readonly groups: Readonly<Record<MetricGroup, string>>;
  readonly metrics: Readonly<Record<NamedMetric, string>>;
  readonly angles: Readonly<Record<CurveId, string>>;
  readonly moments: Readonly<Record<MetricMoment, string>>;
  /** A metric's name: `{term}` is an angle, `{moment}` one of the moments. */
  readonly atMoment: string;
  readonly symmetry: Readonly<Record<SymmetryDetails['id'], string>>;
  readonly strikes: Readonly<Record<StrikePattern, string>>;
  readonly pronations: Readonly<Record<PronationClass, string>>;
  /** Beside the speed: what it was read from. */
  readonly speedSources: Readonly<Record<SpeedSource, string>>;
  /** Why a number is missing, and what to do. */
  readonly reasons: Readonly<Record<WithheldReason, string>>;
  readonly checks: Readonly<Record<CrossCheckName, string>>;
  /** With places for numbers, the same in every language. */
  readonly warnings: Readonly<Record<ClipWarningKey, string>>;
  readonly exercises: Readonly<Record<ExerciseCode, string>>;
  readonly table: {
    readonly metric: string;
    readonly left: string;
    readonly right: string;
    readonly value: string;
    readonly difference: string;
    readonly samples: string;
    readonly check: string;
  };
  readonly ui: {
    readonly stepsPerMinute: string;
    /** Half-way between touchdown and toe-off. */
    readonly midStance: string;
    readonly totalScore: string;
    readonly good: string;
    readonly okay: string;
    readonly bad: string;
    readonly notJudged: string;
    readonly withheld: string;
    /** Of the error bars. */
    readonly interval: string;
    readonly exercises: string;
    readonly beyondDoubt: string;
    readonly withinError: string;
    readonly holds: string;
    readonly fails: string;
    readonly noStyle: string;
    readonly noAdvice: string;
    readonly notRunning: string;
    readonly normalNote: string;
    /** Of the hip, whose zero laboratories put in different places. */
    readonly freeLevel: string;
    readonly toeOffNote: string;
    readonly noDetails: string;
    readonly play: string;
    readonly pause: string;
    readonly playbackSpeed: string;
    readonly videoPosition: string;
    readonly fullScreen: string;
    readonly frameBack: string;
    readonly frameOn: string;
    readonly runnerHeight: string;
    readonly treadmill: string;
    readonly overground: string;
    readonly clip: string;
    readonly network: string;
    readonly found: string;
    readonly repaired: string;
    readonly tilt: string;
    readonly facing: string;
    readonly unclear: string;
    /** In the place of a number whose interval holds everything that is possible. */
    readonly tooUncertain: string;
    /** Of the running style: `{other}` is the second most probable, `{percent}` how likely it is. */
    readonly closeCall: string;
    /** Stands before how likely each band is. */
    readonly notCertain: string;
    /** With `{date}`. */
    readonly analysed: string;
    /** Of the total score, with `{low}` and `{high}`. */
    readonly scoreInterval: string;
    /** Stands before the sides. */
    readonly videoFollows: string;
    readonly download: string;
    readonly numbersCsv: string;
    readonly curvesCsv: string;
    readonly detailsJson: string;
    readonly videoFile: string;
    readonly reportPage: string;
  };
  /** What a reader must know before acting on the numbers. */
  readonly limits: readonly string[];
}
