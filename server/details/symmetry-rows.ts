import type { AngleDifference, BackViewMetrics } from '../../engine/metrics/back-view-metrics.ts';
import type { Asymmetry, Symmetry } from '../../engine/metrics/side-view-metrics.ts';
import type { SymmetryDetails } from './details.ts';
import { writtenMeasured } from './metric-rows.ts';

/** Left against right, of either view. */
export const symmetryRows = (symmetry: Symmetry | BackViewMetrics['symmetry'], fullBody: boolean): SymmetryDetails[] =>
  Object.entries(symmetry as Readonly<Record<SymmetryDetails['id'], Asymmetry | AngleDifference>>)
    .map(([id, difference]) => row(id as SymmetryDetails['id'], difference))
    .filter(({ unit }) => fullBody || unit === '%');

function row(id: SymmetryDetails['id'], difference: Asymmetry | AngleDifference): SymmetryDetails {
  const [unit, number] =
    'percent' in difference ? (['%', difference.percent] as const) : (['deg', difference.deg] as const);
  return { id, unit, ...writtenMeasured(number, unit), beyondDoubt: difference.beyondDoubt };
}
