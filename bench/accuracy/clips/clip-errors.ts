import type { FrameAngles } from '../../../engine/metrics/frame-angles.ts';
import type { Measured } from '../../../engine/metrics/measured.ts';
import type { Joint, SideViewMetrics } from '../../../engine/metrics/side-view-metrics.ts';
import type { Side } from '../../../engine/pose/keypoint-names.ts';
import { type CurveError, curveError } from '../../curve-error.ts';
import type { ClipTruth } from '../../rendered-truth.ts';

/** Scalars that are compared. `speedOverSolesMps` is the speed that is reported where no pace is told. */
export const scalars = [
  'cadenceSpm',
  'contactTimeMs',
  'flightTimeMs',
  'dutyFactor',
  'speedMps',
  'speedOverSolesMps',
  'stepLengthM',
  'verticalOscillationM',
  'trunkLeanDeg',
  'overstrideDeg',
  'frontKneeAngleDeg',
  'backKneeAngleDeg',
  'footAngleDeg',
] as const;
export type Scalar = (typeof scalars)[number];

/** One number against its truth. */
export interface ScalarError {
  readonly scalar: Scalar;
  readonly truth: number;
  /** Measured less true; null where it was withheld. */
  readonly error: number | null;
  /** Whether the truth lies in the reported interval; null where nothing was reported. */
  readonly inside: boolean | null;
}

export const curveJoints = ['knee', 'hip', 'ankle', 'elbow'] as const satisfies readonly Joint[];

/** One joint of one side against its truth. */
export interface JointError {
  readonly joint: (typeof curveJoints)[number];
  readonly limb: 'near' | 'far';
  /** Of the mean curve over the cycle, whose phase rests on the measured touchdowns; null where the curve was withheld. */
  readonly error: CurveError | null;
  /** Of the angle in every frame, which rests on no event; null where it was withheld or the truth knows no frames. */
  readonly byTime: CurveError | null;
}

/** How far a clip's numbers lie from what is known of it. */
export interface ClipErrors {
  readonly scalars: readonly ScalarError[];
  /** Empty where the truth has no curve, such as of a clip with less than a whole stride. */
  readonly joints: readonly JointError[];
}

/**
 * @param metrics With the pace of a treadmill told.
 * @param speedOverSolesMps The speed that is reported without it.
 */
export function clipErrors(
  metrics: SideViewMetrics,
  frames: FrameAngles,
  speedOverSolesMps: Measured,
  truth: Partial<ClipTruth>,
  near: Side,
): ClipErrors {
  const reported = { ...metrics, speedOverSolesMps };
  return {
    scalars: scalars.flatMap((scalar) => {
      const exact = truth[scalar];
      return exact === undefined || !Number.isFinite(exact) ? [] : [scalarError(scalar, reported[scalar], exact)];
    }),
    joints: curveJoints.flatMap((joint) =>
      (['left', 'right'] as const).flatMap((side) => {
        const exact = truth.curvesDeg?.[joint][side];
        if (exact === undefined || !exact.every(Number.isFinite)) return [];
        const error = curveError(metrics.jointAngles[joint][side].curveDeg, exact);
        const exactFrames = truth.frames?.anglesDeg[joint][side];
        const seen = [...frames[joint][side]];
        const byTime = exactFrames?.length === seen.length ? curveError(seen, exactFrames) : null;
        return [{ joint, limb: side === near ? ('near' as const) : ('far' as const), error, byTime }];
      }),
    ),
  };
}

function scalarError(scalar: Scalar, { value, halfWidth }: Measured, truth: number): ScalarError {
  if (value === null || halfWidth === null) return { scalar, truth, error: null, inside: null };
  return { scalar, truth, error: value - truth, inside: Math.abs(value - truth) <= halfWidth };
}
