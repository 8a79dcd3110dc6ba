import { halfWidthOf } from '../../metrics/estimate.ts';
import { type Measured, measured, withheld } from '../../metrics/measured.ts';
import { middle } from '../../signal/elementwise.ts';
import { meanAndSpread } from '../../signal/mean-and-spread.ts';
import type { Track, Tracks } from '../../tracks/tracks.ts';

/** How far the camera is turned about its line of sight, decided once per clip. */
export interface CameraRoll {
  /**
   * Turn of the world in the picture, degrees, clockwise as seen positive: a level line falls towards the picture's right. What is
   * measured against the level or the vertical has it taken off.
   */
  readonly rollDeg: Measured;
  /** Standard uncertainty, degrees, of the level that is then measured against. */
  readonly levelUncertaintyDeg: number;
}

/** A phone that somebody holds or leans is out of level by about this much (own assumption). */
const usualRollDeg = 1.5;
/** How far a straight runner's lines lie from level and vertical on the mean of a stride, as networks draw them, standard deviation. */
const drawnDeg = 1.2;
/** How much each line counts. Shoulders hang out of level in everybody. */
const weights = { hips: 0.5, legs: 0.3, trunk: 0.2 } as const;

const degrees = 180 / Math.PI;

/**
 * Roll by the runner's own symmetry: over whole strides the hips are level on the mean, and trunk and legs upright. What the picture
 * says is weighed against a camera that is usually held straight, so of a tilt that is seen three fifths are taken off. A runner
 * who hangs to one side throughout cannot be told from a camera that does: that is in the uncertainty.
 */
export function cameraRoll(tracks: Tracks): CameraRoll {
  const { points } = tracks;
  const mid = (part: 'hip' | 'shoulder' | 'ankle'): Pick<Track, 'xPx' | 'yPx'> => ({
    xPx: middle(points[`left_${part}`].xPx, points[`right_${part}`].xPx),
    yPx: middle(points[`left_${part}`].yPx, points[`right_${part}`].yPx),
  });
  const frames = wholeStrides(tracks);
  const hips = meanLine(points.left_hip, points.right_hip, frames, level);
  const trunk = meanLine(mid('hip'), mid('shoulder'), frames, upright);
  const legs = meanLine(mid('ankle'), mid('hip'), frames, upright);
  const seen = weights.hips * hips + weights.legs * legs + weights.trunk * trunk;
  if (!Number.isFinite(seen)) return { rollDeg: withheld('keypoints_missing'), levelUncertaintyDeg: usualRollDeg };
  const share = usualRollDeg ** 2 / (usualRollDeg ** 2 + drawnDeg ** 2);
  const left = usualRollDeg * Math.sqrt(1 - share);
  return { rollDeg: measured(share * seen, halfWidthOf(left), frames), levelUncertaintyDeg: left };
}

/** Frames from the first on that hold a whole number of strides; all of them where the rhythm is not known. */
function wholeStrides({ timesS, frameCount, steadyPeriodS }: Tracks): number {
  if (steadyPeriodS === null) return frameCount;
  const lastS = timesS[frameCount - 1];
  const strides = Math.floor((lastS - timesS[0]) / steadyPeriodS);
  const endS = timesS[0] + strides * steadyPeriodS;
  const end = timesS.findIndex((timeS) => timeS >= endS);
  return end > 0 ? end : frameCount;
}

type Place = Pick<Track, 'xPx' | 'yPx'>;

const level = (x: number, y: number): number => degrees * Math.atan2(y, x);
const upright = (x: number, y: number): number => degrees * Math.atan2(x, -y);

function meanLine(from: Place, to: Place, frames: number, angle: typeof level): number {
  const angles = new Float64Array(frames);
  for (let i = 0; i < frames; i++) angles[i] = angle(to.xPx[i] - from.xPx[i], to.yPx[i] - from.yPx[i]);
  return meanAndSpread(angles).mean;
}
