import type { Side } from '../pose/keypoint-names.ts';
import type { CubicSpline } from '../signal/cubic-spline.ts';
import { leastSquaresSlope } from '../signal/least-squares-slope.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median, quantiles } from '../signal/robust-statistics.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { type LegPath, legPaths } from './leg-path.ts';
import { fitStride, type StrideFit } from './phase-fit.ts';

/** The part of one foot's backward travel in which it certainly stands. Indices into the leg's dense path. */
export interface StanceWindow {
  /** Foot furthest ahead of the hips. */
  readonly foremost: number;
  /** Foot furthest behind. */
  readonly rearmost: number;
  readonly midFrom: number;
  readonly midTo: number;
}

/** One leg's path and stances. */
export interface LegStances {
  readonly path: LegPath;
  readonly windows: readonly StanceWindow[];
  /** Velocity of the ground in the picture in each stance, pixels per second forward. */
  readonly groundVx: readonly number[];
  /** The same upward: what a camera that is out of level makes of it. */
  readonly groundVy: readonly number[];
}

/** Velocity of the ground in the picture, pixels per second forward and up. */
export interface GroundVelocity {
  readonly vx: number;
  readonly vy: number;
}

/** What both legs tell of the clip before any event is timed. */
export interface Stances {
  readonly stride: StrideFit;
  readonly legs: Readonly<Record<Side, LegStances>>;
  /** Speed of the hips over the ground, pixels per second: on a treadmill the belt's. */
  readonly runSpeedPxS: number;
  /** Median velocity of the hips in the picture, pixels per second forward. */
  readonly hipVx: number;
}

/** Middle of stance between the foot's foremost and rearmost place, by which the ground's velocity is read. */
const midFrom = 0.3;
const midTo = 0.55;

/** Finds the foot's foremost places at least `0.6` strides apart, each with the rearmost place that follows. */
export function stanceWindows(path: LegPath, strideS: number): StanceWindow[] {
  const { aheadPx, timesS } = path;
  const count = aheadPx.length;
  const samplesPerStride = strideS / (timesS[1] - timesS[0]);
  const reach = Math.round(0.3 * samplesPerStride);
  const [low, usual, high] = quantiles(aheadPx, [0.02, 0.5, 0.98]) as [number, number, number];
  const enough = usual + 0.25 * (high - low);
  const windows: StanceWindow[] = [];
  for (let i = 1; i < count - 1; i++) {
    const here = aheadPx[i];
    if (!(here >= enough) || !(here > aheadPx[i - 1]) || !(here >= aheadPx[i + 1])) continue;
    if (!isHighest(aheadPx, i, reach)) continue;
    const end = Math.min(count - 1, i + Math.round(0.8 * samplesPerStride));
    const rearmost = lowestIndex(aheadPx, i, end);
    if (rearmost < 0) continue;
    windows.push({
      foremost: i,
      rearmost,
      midFrom: Math.round(i + midFrom * (rearmost - i)),
      midTo: Math.round(i + midTo * (rearmost - i)),
    });
  }
  return windows;
}

function isHighest(values: Float64Array, index: number, reach: number): boolean {
  const here = values[index];
  for (let k = Math.max(0, index - reach); k <= Math.min(values.length - 1, index + reach); k++) {
    if (values[k] > here) return false;
  }
  return true;
}

/** Lowest value of an unbroken run that turns up again before its end; -1 when it is cut off by a gap or the clip's end. */
function lowestIndex(values: Float64Array, from: number, to: number): number {
  let lowest = from;
  for (let k = from; k <= to; k++) {
    const value = values[k];
    if (Number.isNaN(value)) return -1;
    if (value < values[lowest]) lowest = k;
  }
  return lowest > from && lowest < to ? lowest : -1;
}

function stancesOf(path: LegPath, strideS: number): LegStances {
  const windows = stanceWindows(path, strideS);
  const velocity = (place: CubicSpline, { midFrom, midTo }: StanceWindow): number => {
    const timesS = path.timesS.subarray(midFrom, midTo + 1);
    return leastSquaresSlope(timesS, place.values(timesS));
  };
  const { forwardPx, upPx } = path.toe;
  return {
    path,
    windows,
    groundVx: windows.map((window) => velocity(forwardPx, window)),
    groundVy: windows.map((window) => velocity(upPx, window)),
  };
}

/**
 * Finds both feet's stances and the running speed in the picture. The speed is the hips' against the standing foot's,
 * so it holds on a treadmill, past a standing camera and with a panning one. Both feet count alike: the near one moves faster
 * in the picture than the body's middle, whose scale is known, and the far one slower (at 4 m by 1.8 % each way).
 *
 * @returns Null when the clip holds no rhythm or no stance.
 */
export function findStances(tracks: Tracks): Stances | null {
  const stride = fitStride(tracks);
  if (stride === null) return null;
  const paths = legPaths(tracks);
  const legs = { left: stancesOf(paths.left, stride.strideS), right: stancesOf(paths.right, stride.strideS) };
  const speeds = [legs.left, legs.right].flatMap(({ path, windows, groundVx }) => {
    const speed = median(windows.map((w, i) => median(path.hipVx.subarray(w.midFrom, w.midTo + 1)) - groundVx[i]));
    return Number.isFinite(speed) ? [speed] : [];
  });
  if (speeds.length === 0) return null;
  return { stride, legs, runSpeedPxS: meanAndSpread(speeds).mean, hipVx: median(legs.left.path.hipVx) };
}
