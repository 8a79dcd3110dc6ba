import type { Side } from '../pose/keypoint-names.ts';
import type { Measured } from './measured.ts';

export type Joint = 'ankle' | 'knee' | 'hip' | 'shoulder' | 'elbow';

/** How a foot meets the ground (Mo 2023's three classes). */
export type StrikePattern = 'rearfoot' | 'midfoot' | 'forefoot';

/** How likely each pattern is, 0 to 1 each; together 1. */
export type StrikeProbabilities = Readonly<Record<StrikePattern, number>>;

/**
 * What the running speed is read from: the treadmill's pace as it was told; the shoes that stand on its belt, or the ankles where those could not be
 * followed; past a camera that follows, the hips over the standing leg; past one that stands, the hips' way through the picture.
 */
export type SpeedSource = 'pace' | 'shoes' | 'ankles' | 'standing_leg' | 'hips';

/**
 * One joint of one side over the gait cycle of its own leg. Degrees; flexion and dorsiflexion positive, 0 is straight. The
 * trunk's lean and the head's direction have the same shape.
 */
export interface JointAngle {
  readonly atTouchdown: Measured;
  readonly atMidStance: Measured;
  readonly atToeOff: Measured;
  readonly min: Measured;
  readonly max: Measured;
  readonly range: Measured;
  /** Mean curve, 101 values from touchdown (0 %) to the next touchdown (100 %); null where unknown. */
  readonly curveDeg: readonly (number | null)[];
}

/** The foot at one touchdown. */
export interface FootLanding {
  /** Number of the step in the clip, from 1. */
  readonly step: number;
  readonly side: Side;
  readonly timeS: number;
  /** Heel-toe line at touchdown against the same line flat in mid-stance; positive: toes up. */
  readonly footAngleDeg: Measured;
  /** By the angle and its uncertainty; null when the angle is withheld. */
  readonly probabilities: StrikeProbabilities | null;
  /** Null when the angle is withheld, and when no pattern is more likely than not. */
  readonly pattern: StrikePattern | null;
}

/** A left side against its right. */
export interface Asymmetry {
  /** 100 * (left - right) / mean of both. */
  readonly percent: Measured;
  /** Whether the interval leaves zero out; anything less is no difference that can be told. */
  readonly beyondDoubt: boolean;
}

/** How alike the two legs are. */
export interface Symmetry {
  readonly contactTime: Asymmetry;
  /** From the other foot's touchdown to the foot's own. */
  readonly stepTime: Asymmetry;
  /** Largest flexion of the stride. */
  readonly kneeFlexion: Asymmetry;
  readonly hipRange: Asymmetry;
  readonly ankleRange: Asymmetry;
}

/** Everything measured from the side. */
export interface SideViewMetrics {
  readonly cadenceSpm: Measured;
  readonly contactTimeMs: Measured;
  readonly flightTimeMs: Measured;
  /** Contact time over stride time, 0 to 1. */
  readonly dutyFactor: Measured;
  readonly speedMps: Measured;
  /** Null when nothing at all is reported. */
  readonly speedSource: SpeedSource | null;
  readonly stepLengthM: Measured;
  readonly paceSPerKm: Measured;
  readonly verticalOscillationM: Measured;
  /** Mid-hip to mid-shoulder against vertical, positive: forward. */
  readonly trunkLeanDeg: Measured;
  /** Direction of the head against the horizontal, negative: looking down. */
  readonly headGazeDeg: Measured;
  /** Interior angle of the elbow over the stride, 180 is straight. */
  readonly elbowAngleDeg: Measured;
  /** Interior angle of the landing leg's knee at touchdown, 180 is straight. */
  readonly frontKneeAngleDeg: Measured;
  /** Interior angle of the other knee at the same moment, 180 is straight. */
  readonly backKneeAngleDeg: Measured;
  /** Shank against vertical at touchdown, positive: ankle ahead of the knee. */
  readonly overstrideDeg: Measured;
  /** Mean of the steps' foot angles at touchdown, positive: toes up. */
  readonly footAngleDeg: Measured;
  /** Mean over the steps; null when `footAngleDeg` is withheld. */
  readonly strikeProbabilities: StrikeProbabilities | null;
  /** The pattern that is more likely than not; null when none is. */
  readonly strikePattern: StrikePattern | null;
  readonly footLandings: readonly FootLanding[];
  readonly jointAngles: Readonly<Record<Joint, Readonly<Record<Side, JointAngle>>>>;
  /** `trunkLeanDeg` over the gait cycle. */
  readonly trunkLeanCycle: JointAngle;
  /** `headGazeDeg` over the gait cycle. */
  readonly headGazeCycle: JointAngle;
  readonly symmetry: Symmetry;
}
