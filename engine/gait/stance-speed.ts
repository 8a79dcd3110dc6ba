import type { Side } from '../pose/keypoint-names.ts';
import { leastSquaresSlope } from '../signal/least-squares-slope.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import type { CameraMode } from '../tracks/tracks.ts';
import type { LegStances, Stances } from './stances.ts';

/** How fast the ankle of a drawn leg goes back while its foot stands. */
export interface DrawnStance {
  /** Part of the way from the foot's foremost place to its rearmost, as shares of the time between them. */
  readonly from: number;
  readonly to: number;
  /** Running speed over the speed of the drawn ankle under the hips in that part. */
  readonly speedFactor: number;
  /** Speed of a belt over that of the drawn ankle through the picture in that part. */
  readonly beltFactor: number;
}

/** Every how many samples of the dense path one is looked at: a straight line through 0.15 s needs no more. */
const pathStep = 4;

/**
 * Running speed as a network draws it, pixels per second: the hips over the ankles, while these go back under the body; on a treadmill the
 * ankles through the picture, since hips are slower than the belt in the middle of a stance. A drawn heel or toe does not stand
 * still: it creeps and jumps by a fifth of the running speed in any short part of the stance, and differently in every clip. The ankle through half of the
 * foot's way errs by much the same share in all clips and networks, which is taken off.
 *
 * @returns NaN where no stance is seen.
 */
export function drawnSpeedPxS({ legs }: Stances, stance: DrawnStance, camera: CameraMode): number {
  const onBelt = camera === 'treadmill';
  const ofSide = (side: Side): number => median(ankleSpeeds(legs[side], stance, onBelt));
  const factor = onBelt ? stance.beltFactor : stance.speedFactor;
  return factor * meanAndSpread([ofSide('left'), ofSide('right')]).mean;
}

function ankleSpeeds({ path, windows }: LegStances, { from, to }: DrawnStance, onBelt: boolean): number[] {
  const most = Math.max(0, ...windows.map(({ foremost, rearmost }) => rearmost - foremost));
  const [allTimesS, places] = sideBySide(2, Math.ceil(most / pathStep) + 2) as [Float64Array, Float64Array];
  return windows.map(({ foremost, rearmost }) => {
    const first = Math.round(foremost + from * (rearmost - foremost));
    const last = Math.round(foremost + to * (rearmost - foremost));
    const timesS = allTimesS.subarray(0, Math.floor((last - first) / pathStep) + 1);
    for (let k = 0; k < timesS.length; k++) timesS[k] = path.timesS[first + pathStep * k];
    const behindPx = path.ankle.forwardPx.values(timesS, places.subarray(0, timesS.length));
    for (let k = 0; k < timesS.length; k++) behindPx[k] = (onBelt ? 0 : path.hipPx[first + pathStep * k]) - behindPx[k];
    return leastSquaresSlope(timesS, behindPx);
  });
}
