import { halfWidthOf } from '../metrics/estimate.ts';
import { type Measured, measured, withheld } from '../metrics/measured.ts';
import { leastSquaresSlope } from '../signal/least-squares-slope.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { median } from '../signal/robust-statistics.ts';
import { student90 } from '../signal/student-t.ts';
import type { CameraMode, Tracks } from '../tracks/tracks.ts';
import { bodyGrowth } from './body-growth.ts';
import type { LegStances, Stances } from './stances.ts';

/** The line that the feet stand on, decided once per clip. */
export interface GroundLine {
  /** Climb of the ground in the picture along the way that the runner faces, degrees; what perspective does is taken off. */
  readonly tiltDeg: Measured;
  /** Whether the tilt is beyond doubt, so that the vertical of the angles is turned with it. */
  readonly tilted: boolean;
  /** Share by which the runner grows in the picture on the way through it: 0 past a camera that is square to the way, and on a belt. */
  readonly growth: number;
  /** Standard uncertainty, degrees, of the vertical that the angles are then measured against. */
  readonly levelUncertaintyDeg: number;
}

const sides = ['left', 'right'] as const;

/** A phone that somebody holds or leans is out of level by about this much beside a runner (own assumption; from behind it is taken for 1.5, `back/camera-roll.ts`). */
const usualRollDeg = 1;
/** Nothing smaller is corrected: angles are not known better. */
const leastTiltDeg = 1;
/** How far the path of one drawn foot keeps from a straight line, as a share of the body's height. */
const footprintShare = 0.006;
/** Footprints nearer to each other than this share of the body's height tell nothing of the ground. */
const leastSpanShare = 0.8;
/**
 * Standard uncertainty of the way in which a network lets a standing foot slide, degrees: over a level belt the toe's
 * path climbed or fell by 0.3 to 6 degrees in four clips (BlazePose full), 3.3 root mean square.
 */
const drawnPathDeg = 3.5;
/** Every how many samples of a foot's dense path one is looked at: splines of 30 to 120 frames per second say no more. */
const pathStep = 2;
/** A camera that was meant to stand at right angles to a belt is turned by about this much (own assumption). */
const usualObliqueDeg = 5;
/** Focal length of a phone's main camera in lengths of the picture's longer side (24 to 28 mm, 35 mm equivalent). */
const focalShare = 0.75;

const degrees = 180 / Math.PI;

interface Tilt {
  readonly deg: number;
  readonly uncertaintyDeg: number;
  readonly growth: number;
  readonly n: number;
}

/**
 * Finds how far the ground is out of level in the picture, which tells the camera's roll. Past a standing camera the
 * feet leave prints whose line is fitted by the median slope of pairs (Theil 1950), each foot on a line of its own since
 * the nearer stands lower in the picture; a camera that is not square to the way sees that line converge to the horizon,
 * and by how much is told from the runner's growth. On a belt, or with a camera that follows, the prints do not move
 * apart, and the way that a standing foot slides has to do: the two feet are its only witnesses.
 *
 * @param pathUncertaintyDeg Standard uncertainty of a foot's drawn path over a level belt.
 */
export function groundLine(
  tracks: Tracks,
  stances: Stances | null,
  camera: CameraMode,
  pathUncertaintyDeg = drawnPathDeg,
): GroundLine {
  const tilt = stances === null ? null : tiltOf(tracks, stances, camera, pathUncertaintyDeg);
  if (tilt === null) {
    return { tiltDeg: withheld('too_few_steps'), tilted: false, growth: 0, levelUncertaintyDeg: usualRollDeg };
  }
  const tiltDeg = measured(tilt.deg, halfWidthOf(tilt.uncertaintyDeg), tilt.n);
  const tilted = Math.abs(tilt.deg) > Math.max(leastTiltDeg, halfWidthOf(tilt.uncertaintyDeg));
  const left = Math.min(usualRollDeg, Math.max(Math.abs(tilt.deg), tilt.uncertaintyDeg));
  const { growth } = tilt;
  return { tiltDeg, tilted, growth, levelUncertaintyDeg: tilted ? tilt.uncertaintyDeg : left };
}

function tiltOf(tracks: Tracks, stances: Stances, camera: CameraMode, pathUncertaintyDeg: number): Tilt | null {
  const { legs } = stances;
  return camera === 'static' ? footprintTilt(tracks, legs) : pathTilt(tracks, legs, pathUncertaintyDeg);
}

interface Print {
  readonly forwardPx: number;
  readonly upPx: number;
}

/** Where a foot stood: the median of its toe in the middle of each stance. */
const printsOf = ({ path, windows }: LegStances): Print[] =>
  windows.flatMap(({ midFrom, midTo }) => {
    const timesS = path.timesS.subarray(midFrom, midTo + 1);
    const print = {
      forwardPx: median(path.toe.forwardPx.values(timesS)),
      upPx: median(path.toe.upPx.values(timesS)),
    };
    return Number.isFinite(print.forwardPx) && Number.isFinite(print.upPx) ? [print] : [];
  });

function footprintTilt(tracks: Tracks, legs: Stances['legs']): Tilt | null {
  const { bodyHeightPx } = tracks;
  const feet = sides.map((side) => printsOf(legs[side]));
  const slopes = feet.flatMap((prints) =>
    prints.flatMap((a, i) =>
      prints.slice(i + 1).flatMap((b) => {
        const run = b.forwardPx - a.forwardPx;
        return Math.abs(run) < leastSpanShare * bodyHeightPx ? [] : [(b.upPx - a.upPx) / run];
      }),
    ),
  );
  if (slopes.length === 0) return null;
  const slope = median(slopes);
  const lines = feet.map((prints) => residuals(prints, slope));
  const spread = Math.sqrt(lines.reduce((sum, line) => sum + line.runSquares, 0));
  const freedom = feet.flat().length - feet.filter((prints) => prints.length > 0).length - 1;
  const missSquares = lines.reduce((sum, line) => sum + line.missSquares, 0);
  const missPx = Math.max(footprintShare * bodyHeightPx, freedom > 0 ? Math.sqrt(missSquares / freedom) : 0);
  // Perspective: what grows as it comes nearer also sinks away from the horizon, taken to cross the picture's middle.
  const growth = bodyGrowth(tracks);
  const belowPx = -median(feet.flat().map(({ upPx }) => upPx)) - tracks.heightPx / 2;
  const horizonPx = 0.1 * tracks.heightPx;
  return {
    deg: degrees * Math.atan(slope + growth.perPx * belowPx),
    uncertaintyDeg: degrees * Math.hypot(missPx / spread, growth.sePerPx * belowPx, growth.perPx * horizonPx),
    growth: growth.perPx * growth.wayPx,
    n: feet.flat().length,
  };
}

function residuals(prints: readonly Print[], slope: number): { runSquares: number; missSquares: number } {
  const centre = meanAndSpread(prints.map(({ forwardPx }) => forwardPx)).mean;
  const misses = prints.map(({ forwardPx, upPx }) => upPx - slope * (forwardPx - centre));
  const level = meanAndSpread(misses).mean;
  return {
    runSquares: prints.reduce((sum, { forwardPx }) => sum + (forwardPx - centre) ** 2, 0),
    missSquares: misses.reduce((sum, miss) => sum + (miss - level) ** 2, 0),
  };
}

function pathTilt(tracks: Tracks, legs: Stances['legs'], pathUncertaintyDeg: number): Tilt | null {
  const feet = sides.map((side) => {
    const { path, windows } = legs[side];
    return windows.flatMap(({ midFrom, midTo }) => {
      const timesS = path.timesS.subarray(midFrom, midTo + 1).filter((_, i) => i % pathStep === 0);
      const slope = leastSquaresSlope(path.toe.forwardPx.values(timesS), path.toe.upPx.values(timesS));
      return Number.isFinite(slope) ? [degrees * Math.atan(slope)] : [];
    });
  });
  if (feet.some((slopes) => slopes.length < 2)) return null;
  const [left, right] = feet.map((slopes) => median(slopes)) as [number, number];
  const { yPx } = tracks.points[tracks.hasFeet ? 'left_toe' : 'left_ankle'];
  const belowPx = Math.abs(median(yPx) - tracks.heightPx / 2);
  const focalPx = focalShare * Math.max(tracks.widthPx, tracks.heightPx);
  const obliqueDeg = (belowPx / focalPx) * usualObliqueDeg;
  // Two witnesses: the half width by Student's t of one degree of freedom, as a standard uncertainty.
  const apartDeg = (Math.abs(left - right) / 2) * (student90(1) / halfWidthOf(1));
  return {
    deg: (left + right) / 2,
    uncertaintyDeg: Math.hypot(pathUncertaintyDeg, obliqueDeg, apartDeg),
    growth: 0,
    n: feet.flat().length,
  };
}
