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

/** Middle of stance, as shares of the time from the foot's foremost place to its rearmost. */
interface Middle {
  readonly from: number;
  readonly to: number;
}

/** By which the ground's velocity is read at jogging speed: 36 to 75 % of the contact. */
const usualMiddle: Middle = { from: 0.3, to: 0.55 };
/** Body heights per second up to which that holds. */
const joggingSpeed = 1.75;

/**
 * The faster a runner, the later between its foremost and its rearmost place does a foot land (synthetic runners, development half: at 5 % of that time at 2 m/s, at 26 % at 5.5), and it
 * leaves the ground at 72 % at every speed. A middle that stays where it is takes the foot for standing that still comes down, and so the ground for slow and out of level.
 *
 * @param speed Body heights per second.
 */
function middleAt(speed: number): Middle {
  const later = Math.min(0.1, Math.max(0, 0.05 * (speed - joggingSpeed)));
  return { from: usualMiddle.from + later, to: usualMiddle.to + later / 2 };
}

const withMiddle = (
  { foremost, rearmost }: Pick<StanceWindow, 'foremost' | 'rearmost'>,
  { from, to }: Middle,
): StanceWindow => ({
  foremost,
  rearmost,
  midFrom: Math.round(foremost + from * (rearmost - foremost)),
  midTo: Math.round(foremost + to * (rearmost - foremost)),
});

/** No place within this share of a stride before and after is further ahead than a foremost one: two are at least so far apart. */
const foremostReach = 0.3;
/** It is as far ahead of the usual place, or further, as this share of the way between almost the rearmost and almost the foremost. */
const leastAheadShare = 0.25;
/** Its rearmost place follows within this share of a stride. */
const rearmostWithin = 0.8;

/** Finds the foot's foremost places, each with the rearmost place that follows. */
function stanceWindows(path: LegPath, strideS: number): StanceWindow[] {
  const { aheadPx, timesS } = path;
  const count = aheadPx.length;
  const samplesPerStride = strideS / (timesS[1] - timesS[0]);
  const reach = Math.round(foremostReach * samplesPerStride);
  const [low, usual, high] = quantiles(aheadPx, [0.02, 0.5, 0.98]) as [number, number, number];
  const enough = usual + leastAheadShare * (high - low);
  const windows: StanceWindow[] = [];
  for (let i = 1; i < count - 1; i++) {
    const here = aheadPx[i];
    if (!(here >= enough) || !(here > aheadPx[i - 1]) || !(here >= aheadPx[i + 1])) continue;
    if (!isHighest(aheadPx, i, reach)) continue;
    const end = Math.min(count - 1, i + Math.round(rearmostWithin * samplesPerStride));
    const rearmost = lowestIndex(aheadPx, i, end);
    if (rearmost < 0) continue;
    windows.push(withMiddle({ foremost: i, rearmost }, usualMiddle));
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

function stancesOf(path: LegPath, windows: readonly StanceWindow[]): LegStances {
  const longest = Math.max(0, ...windows.map(({ midFrom, midTo }) => midTo + 1 - midFrom));
  const places = new Float64Array(longest);
  const velocity = (place: CubicSpline, { midFrom, midTo }: StanceWindow): number => {
    const timesS = path.timesS.subarray(midFrom, midTo + 1);
    return leastSquaresSlope(timesS, place.values(timesS, places.subarray(0, timesS.length)));
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
  const legsWith = (windows: Readonly<Record<Side, readonly StanceWindow[]>>): Stances['legs'] => ({
    left: stancesOf(paths.left, windows.left),
    right: stancesOf(paths.right, windows.right),
  });
  const atFirst = {
    left: stanceWindows(paths.left, stride.strideS),
    right: stanceWindows(paths.right, stride.strideS),
  };
  const roughly = legsWith(atFirst);
  const roughPxS = speedPxS(roughly);
  const middle = middleAt(roughPxS / tracks.bodyHeightPx);
  const later = (windows: readonly StanceWindow[]) => windows.map((window) => withMiddle(window, middle));
  const legs =
    middle.from > usualMiddle.from ? legsWith({ left: later(atFirst.left), right: later(atFirst.right) }) : roughly;
  const runSpeedPxS = legs === roughly ? roughPxS : speedPxS(legs);
  return Number.isFinite(runSpeedPxS) ? { stride, legs, runSpeedPxS, hipVx: median(legs.left.path.hipVx) } : null;
}

/** Hips against the standing feet; NaN where none stands. */
function speedPxS({ left, right }: Stances['legs']): number {
  const scratch = new Float64Array(left.path.hipVx.length);
  const speeds = [left, right].flatMap(({ path, windows, groundVx }) => {
    const hipVx = (w: StanceWindow): number => median(path.hipVx.subarray(w.midFrom, w.midTo + 1), scratch);
    const speed = median(windows.map((w, i) => hipVx(w) - groundVx[i]));
    return Number.isFinite(speed) ? [speed] : [];
  });
  return speeds.length === 0 ? Number.NaN : meanAndSpread(speeds).mean;
}

/**
 * Hips against the standing feet, the hips over the whole step about each stance's middle: while a foot stands, they are slower than on the way to the next, on force plates by 2 to 3 %. So it holds with a
 * camera that follows, however fast it moves. NaN where no such step is seen.
 */
export function followedSpeedPxS({ legs: { left, right }, stride }: Stances): number {
  const speeds = [left, right].flatMap(({ path: { timesS, hipPx }, windows, groundVx }) => {
    const halfStep = Math.round(stride.strideS / 4 / (timesS[1] - timesS[0]));
    const hipVx = ({ midFrom, midTo }: StanceWindow): number => {
      const middle = Math.round((midFrom + midTo) / 2);
      const [before, after] = [middle - halfStep, middle + halfStep];
      return before < 0 || after >= hipPx.length
        ? Number.NaN
        : (hipPx[after] - hipPx[before]) / (timesS[after] - timesS[before]);
    };
    const speed = median(windows.map((w, i) => hipVx(w) - groundVx[i]));
    return Number.isFinite(speed) ? [speed] : [];
  });
  return speeds.length === 0 ? Number.NaN : meanAndSpread(speeds).mean;
}

/** Speed at which the standing feet go back through the picture, both alike, pixels per second; NaN where none stands. */
export const feetSpeedPxS = ({ legs }: Pick<Stances, 'legs'>): number =>
  -meanAndSpread([median(legs.left.groundVx), median(legs.right.groundVx)]).mean;
