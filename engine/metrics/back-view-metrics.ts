import type { Side } from '../pose/keypoint-names.ts';
import type { FrontalAngle } from './frontal-angle.ts';
import type { Measured } from './measured.ts';
import type { Pronation, RearfootAngle } from './rearfoot-metrics.ts';
import type { Asymmetry } from './side-view-metrics.ts';

export type BySide<T> = Readonly<Record<Side, T>>;

/**
 * One angle of one side in the frontal plane, over the stances of that side's foot. Degrees; the sign is anatomical, so that left
 * and right compare: positive is adduction, the swing side's pelvis hanging down.
 */
export interface StanceAngle extends FrontalAngle {
  /** Half-way between touchdown and toe-off. */
  readonly atMidStance: Measured;
}

/** Left less right of an angle whose zero means something, so that no percentage of it does. */
export interface AngleDifference {
  readonly deg: Measured;
  /** Whether the interval leaves zero out. */
  readonly beyondDoubt: boolean;
}

/** Everything measured from behind. */
export interface BackViewMetrics {
  readonly cadenceSpm: Measured;
  /** Between the lines on which the left and the right ankle stand at mid-stance; negative where they cross over. */
  readonly stepWidthM: Measured;
  /** Mid-hip to mid-shoulder against vertical, mean over the stride; positive: to the runner's right. */
  readonly trunkLateralLeanDeg: Measured;
  /** The same during each foot's stance, positive: towards the standing leg. */
  readonly trunkLateralLean: BySide<StanceAngle>;
  readonly contactTimeMs: BySide<Measured>;
  /** From a foot's toe-off to the other foot's touchdown. */
  readonly flightTimeMs: BySide<Measured>;
  readonly strideTimeMs: BySide<Measured>;
  /** Contact and the rest of the stride, percent of the stride time. */
  readonly stancePercent: BySide<Measured>;
  readonly swingPercent: BySide<Measured>;
  /** Eversion of the heel against the shank, positive: everted. */
  readonly rearfoot: BySide<RearfootAngle>;
  readonly pronation: BySide<Pronation>;
  /** Hip line against the level, positive: the swing side hangs down. */
  readonly pelvicDrop: BySide<StanceAngle>;
  /**
   * Frontal-plane projection angle of the knee: hip, knee and ankle in the picture off a straight line, positive: knee towards the
   * midline (valgus), negative: away from it (varus). It is no measure of the knee's abduction in three dimensions.
   */
  readonly kneeAdduction: BySide<StanceAngle>;
  /** Thigh against the perpendicular of the hip line, in the picture. */
  readonly hipAdduction: BySide<StanceAngle>;
  readonly symmetry: {
    readonly contactTime: Asymmetry;
    /** From the other foot's touchdown to the foot's own. */
    readonly stepTime: Asymmetry;
    readonly pelvicDrop: AngleDifference;
    readonly kneeAdduction: AngleDifference;
    readonly hipAdduction: AngleDifference;
  };
}
