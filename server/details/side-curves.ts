import type { SideAnalysis } from '../../engine/analysis.ts';
import { angleCalibration } from '../../engine/metrics/angle-calibration.ts';
import type { AngleSeries } from '../../engine/metrics/angle-series.ts';
import { cycleCurve } from '../../engine/metrics/cycle-curve.ts';
import { headGazeSeries } from '../../engine/metrics/head-gaze.ts';
import { trunkLeanSeries } from '../../engine/metrics/joint-definitions.ts';
import type { Joint } from '../../engine/metrics/side-view-metrics.ts';
import type { Side } from '../../engine/pose/keypoint-names.ts';
import { normalBand } from '../../engine/score/normal-band.ts';
import type { NormalAngle } from '../../engine/score/normal-curves.table.ts';
import { writtenCurve } from './curve-rows.ts';
import type { CurveDetails, CurveId } from './details.ts';
import { stancesOf, stridesOfBoth, toeOffPercent } from './gait-cycle.ts';
import { jointTerm } from './side-metrics.ts';
import { sides } from './sides.ts';

const joints = Object.keys(jointTerm) as Joint[];

const normalOf: Readonly<Partial<Record<Joint, NormalAngle>>> = {
  ankle: 'ankleDorsiflexion',
  knee: 'kneeFlexion',
  hip: 'hipFlexion',
};

/**
 * Every joint over its own leg's cycle, and trunk and head over the cycle of the leg with more strides. The mean is the analysis's; the spread
 * comes from the same series.
 */
export function sideCurves(analysis: SideAnalysis): CurveDetails[] {
  const { metrics, tracks, pose } = analysis;
  const stances = stancesOf(analysis);
  const strides = stridesOfBoth(analysis);
  const of = (side: Side) => strides.filter((stride) => stride.side === side);
  const curve = (id: CurveId, side: Side, meanDeg: CurveDetails['meanDeg'], series: AngleSeries) => {
    const { sdDeg, strides: n } = cycleCurve(tracks.timesS, series, of(side));
    return { id, side, meanDeg, sdDeg, strides: n, toeOffPercent: toeOffPercent(of(side), stances), normal: null };
  };
  const series = analysis.frameAngles;
  const ofJoints = joints.flatMap((joint) =>
    sides.map((side) => {
      const normal = normalOf[joint];
      const { curveDeg } = metrics.jointAngles[joint][side];
      return {
        ...curve(jointTerm[joint], side, curveDeg, series[joint][side]),
        normal: normal === undefined ? null : normalBand(normal, metrics.speedMps.value),
      };
    }),
  );
  const bodySide = of('left').length >= of('right').length ? 'left' : 'right';
  const angles = angleCalibration[pose.network];
  // What the ground's tilt takes off these two is the same in every frame, and no part of the spread.
  const ofBody = [
    curve('trunkLean', bodySide, metrics.trunkLeanCycle.curveDeg, trunkLeanSeries(tracks)),
    curve('headGaze', bodySide, metrics.headGazeCycle.curveDeg, headGazeSeries({ tracks, angles })),
  ];
  return [...ofJoints, ...ofBody].filter(({ meanDeg }) => meanDeg.some((value) => value !== null)).map(writtenCurve);
}
