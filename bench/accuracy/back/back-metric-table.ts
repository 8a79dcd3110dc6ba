import type { BackViewMetrics } from '../../../engine/metrics/back-view-metrics.ts';
import type { Measured } from '../../../engine/metrics/measured.ts';
import type { Side } from '../../../engine/pose/keypoint-names.ts';
import type { BackSideTruth, BackViewTruth, StanceAngle } from '../../../fixtures/runner/frontal-truth.ts';
import type { MeasuredAndTrue } from '../metric-table.ts';

/** One number of a back view, as this bench tables it. The left and the right share a row. */
export interface BackMetricRow {
  readonly name: string;
  readonly unit: string;
  readonly pairs: (metrics: BackViewMetrics, truth: BackViewTruth) => readonly MeasuredAndTrue[];
}

const sides = ['left', 'right'] as const satisfies readonly Side[];

const ofClip = (
  name: string,
  unit: string,
  field: 'cadenceSpm' | 'stepWidthM' | 'trunkLateralLeanDeg',
): BackMetricRow => ({
  name,
  unit,
  pairs: (metrics, truth) => [{ measured: metrics[field], truth: truth[field] }],
});

const ofLegs = (
  name: string,
  unit: string,
  measured: (metrics: BackViewMetrics, side: Side) => Measured,
  truth: (leg: BackSideTruth) => number,
): BackMetricRow => ({
  name,
  unit,
  pairs: (metrics, { sides: legs }) =>
    sides.map((side) => ({ measured: measured(metrics, side), truth: truth(legs[side]) })),
});

const stancePercent = ({ contactTimeMs, strideTimeMs }: BackSideTruth): number => (100 * contactTimeMs) / strideTimeMs;

/** Times and places. */
export const backTimeRows: readonly BackMetricRow[] = [
  ofClip('cadence', 'spm', 'cadenceSpm'),
  ofLegs(
    'contact time',
    'ms',
    ({ contactTimeMs }, side) => contactTimeMs[side],
    (leg) => leg.contactTimeMs,
  ),
  ofLegs(
    'flight time',
    'ms',
    ({ flightTimeMs }, side) => flightTimeMs[side],
    (leg) => leg.flightTimeMs,
  ),
  ofLegs(
    'stride time',
    'ms',
    ({ strideTimeMs }, side) => strideTimeMs[side],
    (leg) => leg.strideTimeMs,
  ),
  ofLegs('stance', '%', (metrics, side) => metrics.stancePercent[side], stancePercent),
  ofLegs(
    'swing',
    '%',
    ({ swingPercent }, side) => swingPercent[side],
    (leg) => 100 - stancePercent(leg),
  ),
  ofClip('step width', 'm', 'stepWidthM'),
  ofClip('trunk, lean to the side', 'deg', 'trunkLateralLeanDeg'),
];

const values = {
  atTouchdown: 'at touchdown',
  atMidStance: 'at mid-stance',
  peak: 'peak',
  mean: 'mean of the stance',
  range: 'range',
} as const satisfies Partial<Record<keyof StanceAngle, string>>;

const angle = (
  field: 'pelvicDrop' | 'hipAdduction' | 'kneeAdduction',
  name: string,
): Readonly<Record<keyof typeof values, BackMetricRow>> => {
  const row = (value: keyof typeof values): BackMetricRow =>
    ofLegs(
      `${name}, ${values[value]}`,
      'deg',
      (metrics, side) => metrics[field][side][value],
      (leg) => leg[field][value],
    );
  return {
    atTouchdown: row('atTouchdown'),
    atMidStance: row('atMidStance'),
    peak: row('peak'),
    mean: row('mean'),
    range: row('range'),
  };
};

/** Angles of the joints, by what of them is told. */
export const backAngles = {
  pelvicDrop: angle('pelvicDrop', 'pelvic drop'),
  hipAdduction: angle('hipAdduction', 'hip adduction'),
  kneeAdduction: angle('kneeAdduction', 'knee, frontal-plane projection'),
};
export const backAngleRows: readonly BackMetricRow[] = Object.values(backAngles).flatMap((rows) => Object.values(rows));

const rearfoot = (field: 'atTouchdown' | 'peak' | 'mean' | 'range', value: string): BackMetricRow =>
  ofLegs(
    `rearfoot, ${value}`,
    'deg',
    (metrics, side) => metrics.rearfoot[side][field],
    (leg) => leg.rearfoot[field],
  );

/** The heel against the shank, which only pictures tell. */
export const rearfootRows: readonly BackMetricRow[] = [
  rearfoot('atTouchdown', 'at touchdown'),
  rearfoot('peak', 'peak eversion'),
  rearfoot('mean', 'mean while the heel is down'),
  rearfoot('range', 'touchdown to peak'),
  ofLegs(
    'rearfoot, time of the peak',
    '%',
    ({ rearfoot: legs }, side) => legs[side].peakTimePercent,
    (leg) => leg.rearfoot.peakTimePercent,
  ),
];
