import type { SideAnalysis } from '../../engine/analysis.ts';
import type { Joint, JointAngle } from '../../engine/metrics/side-view-metrics.ts';
import { overstrideLimitsDeg } from '../../engine/score/ranges.table.ts';
import type { Segment } from '../../engine/score/side-view-score.ts';
import type { CurveId, MetricDetails, MetricGroup, MetricUnit } from './details.ts';
import { metricRow } from './metric-rows.ts';
import { sides } from './sides.ts';

/** The angle of each joint by the field's term. */
export const jointTerm: Readonly<Record<Joint, CurveId>> = {
  ankle: 'ankleDorsiflexion',
  knee: 'kneeFlexion',
  hip: 'hipFlexion',
  shoulder: 'shoulderFlexion',
  elbow: 'elbowFlexion',
};

/** By which metric a segment of the side view is judged. */
export const judgedMetric: Readonly<Record<Segment, string>> = {
  arm: 'elbowAngle',
  back_cycle: 'backKneeAngle',
  foot: 'footAngle',
  forward_cycle: 'frontKneeAngle',
  head: 'headGaze',
  trunk: 'trunkLean',
};

const joints = Object.keys(jointTerm) as Joint[];

/** Every number that the side view measures. */
export function sideMetrics({ metrics, score }: Pick<SideAnalysis, 'metrics' | 'score'>): MetricDetails[] {
  const range = (segment: Segment) => ({
    good: score.segments[segment].rangeGood,
    okay: score.segments[segment].rangeOkay,
  });
  const rhythm = (id: string, number: Parameters<typeof metricRow>[1], unit: MetricUnit) =>
    metricRow(id, number, { group: 'rhythm', unit });
  const judged = (group: MetricGroup, segment: Segment, number: Parameters<typeof metricRow>[1]) =>
    metricRow(judgedMetric[segment], number, { group, unit: 'deg', range: range(segment) });
  return [
    rhythm('cadence', metrics.cadenceSpm, '1/min'),
    rhythm('contactTime', metrics.contactTimeMs, 'ms'),
    rhythm('flightTime', metrics.flightTimeMs, 'ms'),
    rhythm('dutyFactor', metrics.dutyFactor, '1'),
    rhythm('speed', metrics.speedMps, 'm/s'),
    rhythm('pace', metrics.paceSPerKm, 's/km'),
    rhythm('stepLength', metrics.stepLengthM, 'm'),
    rhythm('verticalOscillation', metrics.verticalOscillationM, 'm'),
    judged('posture', 'trunk', metrics.trunkLeanDeg),
    judged('posture', 'head', metrics.headGazeDeg),
    judged('posture', 'arm', metrics.elbowAngleDeg),
    judged('landing', 'forward_cycle', metrics.frontKneeAngleDeg),
    judged('landing', 'back_cycle', metrics.backKneeAngleDeg),
    metricRow('overstride', metrics.overstrideDeg, { group: 'landing', unit: 'deg', range: overstrideRange }),
    judged('landing', 'foot', metrics.footAngleDeg),
    ...cycleRows('trunkLean', 'posture', metrics.trunkLeanCycle),
    ...cycleRows('headGaze', 'posture', metrics.headGazeCycle),
    ...joints.flatMap((joint) =>
      sides.flatMap((side) => cycleRows(jointTerm[joint], joint, metrics.jointAngles[joint][side], side)),
    ),
  ];
}

/** A shank that leans forward is never an overstride. */
const overstrideRange = {
  good: [null, overstrideLimitsDeg.goodUpTo],
  okay: [overstrideLimitsDeg.goodUpTo, overstrideLimitsDeg.okayUpTo],
} as const;

function cycleRows(term: CurveId, group: MetricGroup, angle: JointAngle, side?: 'left' | 'right'): MetricDetails[] {
  const row = (moment: string, number: Parameters<typeof metricRow>[1]) =>
    metricRow(`${term}${moment}`, number, { group, unit: 'deg', ...(side === undefined ? {} : { side }) });
  return [
    row('AtTouchdown', angle.atTouchdown),
    row('AtMidStance', angle.atMidStance),
    row('AtToeOff', angle.atToeOff),
    row('Min', angle.min),
    row('Max', angle.max),
    row('Range', angle.range),
  ];
}
