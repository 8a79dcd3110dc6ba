import { halfWidthOf } from '../../metrics/estimate.ts';
import { type Measured, measured, type WithheldReason, withheld } from '../../metrics/measured.ts';
import { middle } from '../../signal/elementwise.ts';
import { knownSamples } from '../../signal/known-samples.ts';
import { meanAndSpread } from '../../signal/mean-and-spread.ts';
import type { Track, Tracks } from '../../tracks/tracks.ts';
import { isTurned } from '../../tracks/turned.ts';

/** How far the camera is turned about its line of sight, decided once per clip. */
export interface CameraRoll {
  /**
   * Turn of the world in the picture, degrees, clockwise as seen positive: a level line falls towards the picture's right. What is
   * measured against the level or the vertical has it taken off.
   */
  readonly rollDeg: Measured;
  /** Standard uncertainty, degrees, of the level that is then measured against. */
  readonly levelUncertaintyDeg: number;
  /** What told it: level lines behind the runner, or the runner's own symmetry. */
  readonly by: 'lines' | 'body';
}

/** A phone that somebody holds or leans is out of level by about this much behind a runner (own assumption; beside one it is taken for 1, `../ground-line.ts`). */
const usualRollDeg = 1.5;
/** How far a straight runner's lines lie from level and vertical on the mean of a stride, as networks draw them, standard deviation. */
const drawnDeg = 1.2;
/**
 * Level lines behind the runner show the level within about this (own assumption): of a wall that the camera faces five degrees askew,
 * lines fifteen degrees above the camera are turned by 1.3.
 */
const lineUncertaintyDeg = 0.7;
/** Lines that are turned further than this against the runner's own symmetry are not level: three standard deviations. */
const mostAgainstBodyDeg = 3.5;
/** What is believed of a tilt of the runner's lines. */
const bodyShare = usualRollDeg ** 2 / (usualRollDeg ** 2 + drawnDeg ** 2);
/** How much each line counts. Shoulders hang out of level in everybody. */
const weights = { hips: 0.5, legs: 0.3, trunk: 0.2 } as const;

const degrees = 180 / Math.PI;

/**
 * Roll by lines behind the runner, where they tell (`engine/level-lines/`), else by the runner's own symmetry: over whole strides the
 * hips are level on the mean, and trunk and legs upright. What the runner says is weighed against a camera that is usually held
 * straight, so of a tilt that is seen three fifths are taken off. By himself alone, who hangs to one side throughout cannot be told from
 * a camera that does: that is in the uncertainty.
 *
 * @param lineDeg Turn of level lines in the picture, degrees; null where none were seen.
 */
export function cameraRoll(tracks: Tracks, lineDeg: number | null = null): CameraRoll {
  const { points } = tracks;
  const mid = (part: 'hip' | 'shoulder' | 'ankle'): Pick<Track, 'xPx' | 'yPx'> => ({
    xPx: middle(points[`left_${part}`].xPx, points[`right_${part}`].xPx),
    yPx: middle(points[`left_${part}`].yPx, points[`right_${part}`].yPx),
  });
  const frames = wholeStrides(tracks);
  const count = frames.to - frames.from;
  const hips = meanLine(points.left_hip, points.right_hip, frames, level);
  const trunk = meanLine(mid('hip'), mid('shoulder'), frames, upright);
  const legs = meanLine(mid('ankle'), mid('hip'), frames, upright);
  const seen = weights.hips * hips + weights.legs * legs + weights.trunk * trunk;
  const unknown = (reason: WithheldReason): CameraRoll => ({
    rollDeg: withheld(reason),
    levelUncertaintyDeg: usualRollDeg,
    by: 'body',
  });
  if (!Number.isFinite(seen)) return unknown('keypoints_missing');
  if (isTurned(tracks)) return unknown('picture_turned');
  if (lineDeg !== null && Math.abs(lineDeg - bodyShare * seen) <= mostAgainstBodyDeg) {
    const rollDeg = measured(lineDeg, halfWidthOf(lineUncertaintyDeg), count);
    return { rollDeg, levelUncertaintyDeg: lineUncertaintyDeg, by: 'lines' };
  }
  const left = usualRollDeg * Math.sqrt(1 - bodyShare);
  return { rollDeg: measured(bodyShare * seen, halfWidthOf(left), count), levelUncertaintyDeg: left, by: 'body' };
}

/** Frames from one on and before another. */
interface Frames {
  readonly from: number;
  readonly to: number;
}

/** Those from the first in which both hips are known that hold a whole number of strides; all in which they are where the rhythm is not known. */
function wholeStrides({ timesS, points, steadyPeriodS }: Tracks): Frames {
  const known = knownSamples([points.left_hip.xPx, points.right_hip.xPx], timesS.length);
  if (known.length === 0) return { from: 0, to: 0 };
  const [from, last] = [known[0], known[known.length - 1]];
  const strides = steadyPeriodS === null ? 0 : Math.floor((timesS[last] - timesS[from]) / steadyPeriodS);
  if (steadyPeriodS === null || strides < 1) return { from, to: last + 1 };
  const endS = timesS[from] + strides * steadyPeriodS;
  return { from, to: timesS.findIndex((timeS) => timeS >= endS) };
}

type Place = Pick<Track, 'xPx' | 'yPx'>;

const level = (x: number, y: number): number => degrees * Math.atan2(y, x);
const upright = (x: number, y: number): number => degrees * Math.atan2(x, -y);

function meanLine(start: Place, end: Place, { from, to }: Frames, angle: typeof level): number {
  const angles = new Float64Array(to - from);
  for (let i = from; i < to; i++) angles[i - from] = angle(end.xPx[i] - start.xPx[i], end.yPx[i] - start.yPx[i]);
  return meanAndSpread(angles).mean;
}
