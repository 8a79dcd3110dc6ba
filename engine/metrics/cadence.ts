import type { Contact, Gait } from '../gait/contact.ts';
import { solvePositiveDefinite } from '../signal/least-squares.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';

/** Uncertainty that no scatter in the clip shows, such as the camera's clock: steps per minute. */
const floorSpm = 0.1;
/** Below this many strides the period rests on too little. */
const leastStrides = 1.5;
/** Share of the period, for one stride seen, by which perspective and unsteady speed may bend it; falls with n ^ 1.5. */
const fewStridesShare = 0.03;

/**
 * Standard error of the stride period by the steps' own unevenness: touchdowns against their number, the feet apart by
 * a constant of their own. Zero with too few touchdowns to tell.
 */
export function strideErrorOfSteps(contacts: readonly Contact[], strideS: number): number {
  const first = contacts[0];
  if (first === undefined || contacts.length < 5) return 0;
  const gram = new Float64Array(9);
  const sums = new Float64Array(3);
  const rows = contacts.map((contact) => {
    const number = Math.round((contact.touchdownS - first.touchdownS) / (strideS / 2));
    return [1, number, contact.side === 'left' ? 1 : 0];
  });
  rows.forEach((row, i) => {
    const time = (contacts[i] as Contact).touchdownS;
    row.forEach((a, p) => {
      sums[p] = sums[p] + a * time;
      row.forEach((b, q) => {
        gram[3 * p + q] = gram[3 * p + q] + a * b;
      });
    });
  });
  const solved = solvePositiveDefinite(gram, 3, [sums, Float64Array.of(0, 1, 0)]);
  if (solved === null) return 0;
  const [line, slopeColumn] = solved as [Float64Array, Float64Array];
  const squares = rows.reduce((sum, row, i) => {
    const expected = row.reduce((total, a, p) => total + a * line[p], 0);
    return sum + ((contacts[i] as Contact).touchdownS - expected) ** 2;
  }, 0);
  return 2 * Math.sqrt((squares / (contacts.length - 3)) * slopeColumn[1]);
}

/** From the first to the last frame in which the hips are known. */
function seenS({ timesS, points }: Tracks): number {
  const { xPx } = points.left_hip;
  const first = xPx.findIndex(Number.isFinite);
  const last = xPx.findLastIndex(Number.isFinite);
  return first < 0 ? 0 : timesS[last] - timesS[first];
}

/** What the cadence is told from, whatever the view. */
export interface SteadyClip {
  readonly tracks: Tracks;
  readonly strideS: number;
  readonly gait: Pick<Gait, 'contacts' | 'strideSeS'>;
}

/** Steps per minute from the stride period: two steps a stride. */
export function cadenceSpm(clip: SteadyClip): Measured {
  const strides = seenS(clip.tracks) / clip.strideS;
  const steps = Math.floor(2 * strides);
  if (strides < leastStrides) return withheld('too_few_steps', steps);
  const cadence = 120 / clip.strideS;
  const share = Math.hypot(
    (clip.gait.strideSeS ?? 0) / clip.strideS,
    strideErrorOfSteps(clip.gait.contacts, clip.strideS) / clip.strideS,
    fewStridesShare / strides ** 1.5,
  );
  return measured(cadence, halfWidthOf(Math.hypot(cadence * share, floorSpm)), steps);
}
