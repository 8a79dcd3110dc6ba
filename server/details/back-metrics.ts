import type { BackAnalysis } from '../../engine/analysis.ts';
import type { BackViewMetrics, BySide, StanceAngle } from '../../engine/metrics/back-view-metrics.ts';
import type { Measured } from '../../engine/metrics/measured.ts';
import { backRangesTable } from '../../engine/score/back/back-view-ranges.table.ts';
import type { BackSegment } from '../../engine/score/back/back-view-score.ts';
import type { MetricDetails, MetricGroup, MetricUnit } from './details.ts';
import { metricRow } from './metric-rows.ts';
import { sides } from './sides.ts';

/** By which metric a segment of the back view is judged. */
export const judgedBackMetric: Readonly<Record<BackSegment, string>> = {
  knee_adduction: 'kneeAdductionAtMidStance',
  pelvic_drop: 'pelvicDropAtMidStance',
  pronation: 'rearfootPeak',
};

/** Every number that the back view measures and that was asked for. */
export function backMetrics({ metrics, score }: Pick<BackAnalysis, 'metrics' | 'score'>): MetricDetails[] {
  const feet = [metricRow('cadence', metrics.cadenceSpm, { group: 'rhythm', unit: '1/min' }), ...times(metrics)];
  const fullBody = score.segments.pelvic_drop !== undefined;
  return [...feet, ...rearfoot(metrics), ...(fullBody ? body(metrics) : [])];
}

const each = (id: string, values: BySide<Measured>, group: MetricGroup, unit: MetricUnit): MetricDetails[] =>
  sides.map((side) => metricRow(id, values[side], { group, unit, side }));

const times = (metrics: BackViewMetrics): MetricDetails[] => [
  ...each('contactTime', metrics.contactTimeMs, 'rhythm', 'ms'),
  ...each('flightTime', metrics.flightTimeMs, 'rhythm', 'ms'),
  ...each('strideTime', metrics.strideTimeMs, 'rhythm', 'ms'),
  ...each('stance', metrics.stancePercent, 'rhythm', '%'),
  ...each('swing', metrics.swingPercent, 'rhythm', '%'),
];

const rearfoot = (metrics: BackViewMetrics): MetricDetails[] => [
  ...stanceRows('rearfoot', 'rearfoot', metrics.rearfoot, 'pronation'),
  ...sides.map((side) =>
    metricRow('rearfootPeakTime', metrics.rearfoot[side].peakTimePercent, { group: 'rearfoot', unit: '%', side }),
  ),
];

const body = (metrics: BackViewMetrics): MetricDetails[] => [
  metricRow('stepWidth', metrics.stepWidthM, { group: 'pelvis', unit: 'm' }),
  metricRow('trunkLateralLean', metrics.trunkLateralLeanDeg, { group: 'posture', unit: 'deg' }),
  ...stanceRows('trunkLateralLean', 'posture', metrics.trunkLateralLean, null),
  ...stanceRows('pelvicDrop', 'pelvis', metrics.pelvicDrop, 'pelvic_drop'),
  ...stanceRows('hipAdduction', 'hip', metrics.hipAdduction, null),
  ...stanceRows('kneeAdduction', 'knee', metrics.kneeAdduction, 'knee_adduction'),
];

function stanceRows(
  term: string,
  group: MetricGroup,
  angles: BySide<StanceAngle>,
  segment: BackSegment | null,
): MetricDetails[] {
  return sides.flatMap((side) => {
    const { atTouchdown, atMidStance, peak, mean, range } = angles[side];
    const numbers = { AtTouchdown: atTouchdown, AtMidStance: atMidStance, Peak: peak, Mean: mean, Range: range };
    return Object.entries(numbers).map(([moment, number]) => {
      const id = `${term}${moment}`;
      const isJudged = segment !== null && judgedBackMetric[segment] === id;
      return metricRow(id, number, { group, unit: 'deg', side, range: isJudged ? rangeOf(segment) : null });
    });
  });
}

const rangeOf = (segment: BackSegment) => ({
  good: backRangesTable[segment].good,
  okay: backRangesTable[segment].okay,
});
