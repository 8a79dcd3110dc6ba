import type { CurveDetails, Details } from '../../details/details.ts';
import { type Table, tableOf } from './table.ts';

/** One row a measured number, with half the width of its 90 % interval, or why it was withheld. */
export const metricsTable = ({ metrics, view }: Pick<Details, 'metrics' | 'view'>): Table =>
  tableOf(
    [
      { name: 'view', type: 'text', of: () => view },
      { name: 'metric', type: 'text', of: ({ id }) => id },
      { name: 'group', type: 'text', of: ({ group }) => group },
      { name: 'side', type: 'text', of: ({ side }) => side },
      { name: 'unit', type: 'text', of: ({ unit }) => unit },
      { name: 'value', type: 'number', of: ({ value }) => value },
      { name: 'half_width', type: 'number', of: ({ halfWidth }) => halfWidth },
      { name: 'n', type: 'integer', of: ({ n }) => n },
      { name: 'reason', type: 'text', of: ({ reason }) => reason ?? null },
    ],
    metrics,
  );

interface CurvePoint extends CurveDetails {
  readonly percent: number;
}

/** One row a percent of the gait cycle of each mean curve. */
export const curvesTable = ({ curves }: Pick<Details, 'curves'>): Table =>
  tableOf<CurvePoint>(
    [
      { name: 'angle', type: 'text', of: ({ id }) => id },
      { name: 'side', type: 'text', of: ({ side }) => side },
      { name: 'percent', type: 'integer', of: ({ percent }) => percent },
      { name: 'mean_deg', type: 'number', of: ({ meanDeg, percent }) => meanDeg[percent] ?? null },
      { name: 'sd_deg', type: 'number', of: ({ sdDeg, percent }) => sdDeg[percent] ?? null },
      { name: 'strides', type: 'integer', of: ({ strides }) => strides },
      { name: 'normal_low_deg', type: 'number', of: ({ normal, percent }) => normal?.lowDeg[percent] ?? null },
      { name: 'normal_high_deg', type: 'number', of: ({ normal, percent }) => normal?.highDeg[percent] ?? null },
    ],
    curves.flatMap((curve) => curve.meanDeg.map((_, percent) => ({ ...curve, percent }))),
  );
