import type { Side } from '../pose/keypoint-names.ts';
import { leastSquaresSlope } from '../signal/least-squares-slope.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import type { LegStances, Stances } from './stances.ts';

/** How fast the ankle of a drawn leg goes back while its foot stands. */
export interface DrawnStance {
  /** Part of the way from the foot's foremost place to its rearmost, as shares of the time between them. */
  readonly from: number;
  readonly to: number;
  /** Running speed over the speed of the drawn ankle under the hips in that part. */
  readonly speedFactor: number;
}

/** Every how many samples of the dense path one is looked at: a straight line through 0.15 s needs no more. */
const pathStep = 4;

/**
 * Running speed as a network draws it, pixels per second: the hips over the ankles, while these go back under the body. A drawn heel or toe does not stand
 * still: it creeps and jumps by a fifth of the running speed in any short part of the stance, and differently in every clip. The ankle through half of the
 * foot's way errs by much the same share in all clips and networks, which is taken off.
 *
 * @returns NaN where no stance is seen.
 */
export function drawnSpeedPxS({ legs }: Stances, stance: DrawnStance): number {
  const ofSide = (side: Side): number => median(ankleSpeeds(legs[side], stance));
  return stance.speedFactor * meanAndSpread([ofSide('left'), ofSide('right')]).mean;
}

const ankleSpeeds = ({ path, windows }: LegStances, { from, to }: DrawnStance): number[] =>
  windows.map(({ foremost, rearmost }) => {
    const indexAt = (share: number): number => Math.round(foremost + share * (rearmost - foremost));
    const indices = Array.from(
      { length: Math.floor((indexAt(to) - indexAt(from)) / pathStep) + 1 },
      (_, k) => indexAt(from) + pathStep * k,
    );
    const timesS = Float64Array.from(indices, (index) => path.timesS[index]);
    const ankle = path.ankle.forwardPx.values(timesS);
    return -leastSquaresSlope(
      timesS,
      ankle.map((forward, k) => forward - path.hipPx[indices[k] as number]),
    );
  });
