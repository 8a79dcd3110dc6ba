import type { Analysis } from '../../../engine/analysis.ts';
import { stancesOf, stridesOfBoth } from '../../details/gait-cycle.ts';
import { known } from './known.ts';
import { type Table, tableOf } from './table.ts';

/** One row a stance, in order of touchdown. Moments are the clip's, durations the runner's. */
export function stepsTable(analysis: Analysis): Table {
  const contacts = stancesOf(analysis);
  const { factor } = analysis.timeScale;
  const ms = (fromS: number, toS: number | undefined) =>
    toS === undefined ? null : known((1000 * (toS - fromS)) / factor, 3);
  const landings = analysis.view === 'side' ? analysis.metrics.footLandings : [];
  const landing = (touchdownS: number) => landings.find(({ timeS }) => Math.abs(timeS - touchdownS) < 1e-9);
  /** The stance after another or before it, where it is the other foot's. */
  const beside = (index: number, by: 1 | -1) => {
    const [here, other] = [contacts[index], contacts[index + by]];
    return other === undefined || other.side === here?.side ? undefined : other;
  };
  /** A step belongs to the foot that ends it, as in the symmetry. */
  const stepMs = (touchdownS: number, index: number) => {
    const before = beside(index, -1);
    return before === undefined ? null : ms(before.touchdownS, touchdownS);
  };
  return tableOf(
    [
      { name: 'step', type: 'integer', of: (_, index) => index + 1 },
      { name: 'side', type: 'text', of: ({ side }) => side },
      { name: 'touchdown_s', type: 'number', of: ({ touchdownS }) => known(touchdownS, 6) },
      { name: 'mid_stance_s', type: 'number', of: ({ midStanceS }) => known(midStanceS, 6) },
      { name: 'toe_off_s', type: 'number', of: ({ toeOffS }) => known(toeOffS, 6) },
      { name: 'contact_ms', type: 'number', of: ({ touchdownS, toeOffS }) => ms(touchdownS, toeOffS) },
      { name: 'flight_ms', type: 'number', of: ({ toeOffS }, index) => ms(toeOffS, beside(index, 1)?.touchdownS) },
      { name: 'step_ms', type: 'number', of: ({ touchdownS }, index) => stepMs(touchdownS, index) },
      { name: 'accepted', type: 'boolean', of: ({ accepted }) => accepted },
      {
        name: 'foot_angle_deg',
        type: 'number',
        of: ({ touchdownS }) => known(landing(touchdownS)?.footAngleDeg.value, 3),
      },
      {
        name: 'foot_angle_half_width_deg',
        type: 'number',
        of: ({ touchdownS }) => known(landing(touchdownS)?.footAngleDeg.halfWidth, 3),
      },
      { name: 'foot_strike', type: 'text', of: ({ touchdownS }) => landing(touchdownS)?.pattern ?? null },
    ],
    contacts,
  );
}

/** One row a stride, from a touchdown to the same foot's next, each leg's in order. */
export const stridesTable = (analysis: Analysis): Table =>
  tableOf(
    [
      { name: 'side', type: 'text', of: ({ side }) => side },
      { name: 'start_s', type: 'number', of: ({ startS }) => known(startS, 6) },
      { name: 'end_s', type: 'number', of: ({ endS }) => known(endS, 6) },
      {
        name: 'stride_ms',
        type: 'number',
        of: ({ startS, endS }) => known((1000 * (endS - startS)) / analysis.timeScale.factor, 3),
      },
    ],
    stridesOfBoth(analysis),
  );
