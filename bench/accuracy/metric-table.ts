import type { Measured } from '../../engine/metrics/measured.ts';
import type { JointAngle, SideViewMetrics } from '../../engine/metrics/side-view-metrics.ts';
import type { TruthOf } from '../../fixtures/runner/truth.ts';

/** One number of a report, as this bench tables it. Left and right of the same number share a row. */
export interface MetricRow {
  readonly name: string;
  readonly unit: string;
  /** Pairs of what was measured and what is true. */
  readonly pairs: (metrics: SideViewMetrics, truth: TruthOf<SideViewMetrics>) => readonly MeasuredAndTrue[];
}

/** A measured number beside the true one. */
export interface MeasuredAndTrue {
  readonly measured: Measured;
  readonly truth: number;
}

type ScalarName = {
  [K in keyof SideViewMetrics]: SideViewMetrics[K] extends Measured ? K : never;
}[keyof SideViewMetrics];

/** A number that stands alone in a report. */
export interface ScalarRow extends MetricRow {
  readonly field: ScalarName;
}

const scalar = (name: string, unit: string, field: ScalarName): ScalarRow => ({
  name,
  unit,
  field,
  pairs: (metrics, truth) => [{ measured: metrics[field], truth: truth[field] }],
});

/** The numbers that stand alone, in the order of a report. */
export const scalarRows: readonly ScalarRow[] = [
  scalar('cadence', 'spm', 'cadenceSpm'),
  scalar('contact time', 'ms', 'contactTimeMs'),
  scalar('flight time', 'ms', 'flightTimeMs'),
  scalar('duty factor', '', 'dutyFactor'),
  scalar('speed', 'm/s', 'speedMps'),
  scalar('step length', 'm', 'stepLengthM'),
  scalar('pace', 's/km', 'paceSPerKm'),
  scalar('vertical oscillation', 'm', 'verticalOscillationM'),
  scalar('trunk lean', 'deg', 'trunkLeanDeg'),
  scalar('head gaze', 'deg', 'headGazeDeg'),
  scalar('elbow angle', 'deg', 'elbowAngleDeg'),
  scalar('front knee at touchdown', 'deg', 'frontKneeAngleDeg'),
  scalar('back knee at touchdown', 'deg', 'backKneeAngleDeg'),
  scalar('overstride', 'deg', 'overstrideDeg'),
  scalar('foot angle', 'deg', 'footAngleDeg'),
];

const joints = ['hip', 'knee', 'ankle', 'shoulder', 'elbow'] as const;
const sides = ['left', 'right'] as const;
const keyValues = {
  atTouchdown: 'at touchdown',
  atMidStance: 'at mid-stance',
  atToeOff: 'at toe-off',
  min: 'smallest',
  max: 'largest',
  range: 'range',
} as const satisfies Partial<Record<keyof JointAngle, string>>;
type KeyValue = keyof typeof keyValues;

const jointRows: readonly MetricRow[] = joints.flatMap((joint) =>
  (Object.keys(keyValues) as KeyValue[]).map((key) => ({
    name: `${joint} ${keyValues[key]}`,
    unit: 'deg',
    pairs: ({ jointAngles }, truth) =>
      sides.map((side) => ({
        measured: jointAngles[joint][side][key],
        truth: truth.jointAngles[joint][side][key],
      })),
  })),
);

const cycleRow = (name: string, field: 'trunkLeanCycle' | 'headGazeCycle', key: KeyValue): MetricRow => ({
  name: `${name} ${keyValues[key]}`,
  unit: 'deg',
  pairs: (metrics, truth) => [{ measured: metrics[field][key], truth: truth[field][key] }],
});

const cycleRows: readonly MetricRow[] = (Object.keys(keyValues) as KeyValue[]).flatMap((key) => [
  cycleRow('trunk lean', 'trunkLeanCycle', key),
  cycleRow('head gaze', 'headGazeCycle', key),
]);

const symmetryRow = (name: string, field: keyof SideViewMetrics['symmetry']): MetricRow => ({
  name: `left against right: ${name}`,
  unit: '%',
  pairs: ({ symmetry }, truth) => [{ measured: symmetry[field].percent, truth: truth.symmetry[field].percent }],
});

const symmetryRows: readonly MetricRow[] = [
  symmetryRow('contact time', 'contactTime'),
  symmetryRow('step time', 'stepTime'),
  symmetryRow('knee flexion', 'kneeFlexion'),
  symmetryRow('hip range', 'hipRange'),
  symmetryRow('ankle range', 'ankleRange'),
];

/** The foot angle of each landing, beside the true landing that is nearest in time. */
const landingRow: MetricRow = {
  name: 'foot angle, single landing',
  unit: 'deg',
  pairs: ({ footLandings }, truth) =>
    footLandings.flatMap((landing) => {
      const own = truth.footLandings.find(
        ({ side, timeS }) => side === landing.side && Math.abs(timeS - landing.timeS) < 0.1,
      );
      return own === undefined ? [] : [{ measured: landing.footAngleDeg, truth: own.footAngleDeg }];
    }),
};

/** Every number of a report. */
export const metricRows: readonly MetricRow[] = [
  ...scalarRows,
  landingRow,
  ...jointRows,
  ...cycleRows,
  ...symmetryRows,
];
