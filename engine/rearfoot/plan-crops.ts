import type { BackStep } from '../gait/back/back-gait.ts';
import { heelDownShare } from '../metrics/rearfoot-angle.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { robustLine } from '../signal/robust-line.ts';
import { paired } from '../tracks/raw-points.ts';
import type { Tracks } from '../tracks/tracks.ts';
import type { FrameCrop } from '../video/protocol.ts';
import type { FootPicture } from './foot-picture.ts';
import { heelPhase, heelShownFrom } from './heel-stance.ts';

/** A foot that is to be looked at, and the piece of the picture that shows it. */
export interface WantedFoot extends Omit<FootPicture, 'crop'> {
  readonly region: FrameCrop;
}

/** Around the ankle, shares of the shank's length. */
const around = { beside: 0.5, above: 0.75, below: 0.5 };
/** Frames of each leg that are looked at, at most; more add nothing that a shoe does not hide. */
const mostFrames = 60;
/** A crop whose shank has more pixels than this is made smaller. */
const mostShankPx = 280;

/**
 * The frames of each accepted stance in which the heel is down and shown, and where the foot is in them.
 *
 * @param tracks As in the picture.
 */
export function planCrops(tracks: Tracks, steps: readonly BackStep[]): WantedFoot[] {
  const shank = shankLength(tracks, steps);
  if (shank === null) return [];
  return (['left', 'right'] as const).flatMap((side) => {
    const all = steps
      .filter((step) => step.side === side && step.accepted)
      .flatMap((step, stance) => framesOf(tracks, step).map((frame, i) => ({ ...frame, turn: stance + i })));
    // Every n-th, from another one on in each stance, so that all phases are seen.
    const every = Math.ceil(all.length / mostFrames);
    return all
      .filter(({ turn }) => turn % Math.max(1, every) === 0)
      .flatMap(({ frame, phase }) => wanted(tracks, side, frame, phase, shank(tracks.timesS[frame])) ?? []);
  });
}

function framesOf({ timesS }: Tracks, step: BackStep) {
  const frames: { readonly frame: number; readonly phase: number }[] = [];
  timesS.forEach((timeS, frame) => {
    const phase = heelPhase(step, timeS);
    if (phase >= heelShownFrom && phase <= heelDownShare + 0.03) frames.push({ frame, phase });
  });
  return frames;
}

/** Knee to ankle while the foot stands, at any time of the clip, pixels; the runner may come closer or run away. */
function shankLength({ timesS, points }: Tracks, steps: readonly BackStep[]): ((timeS: number) => number) | null {
  const [at, inverse]: [number[], number[]] = [[], []];
  for (const { side, touchdownS, toeOffS, accepted } of steps) {
    const [knee, ankle] = [points[paired(side, 'knee')], points[paired(side, 'ankle')]];
    timesS.forEach((timeS, frame) => {
      if (!accepted || timeS < touchdownS || timeS > touchdownS + heelDownShare * (toeOffS - touchdownS)) return;
      const length = Math.hypot(knee.xPx[frame] - ankle.xPx[frame], knee.yPx[frame] - ankle.yPx[frame]);
      if (!(length > 0)) return;
      at.push(timeS);
      inverse.push(1 / length);
    });
  }
  const line = robustLine(at, inverse);
  if (line === null) return null;
  return (timeS) => 1 / Math.max(0.3 * line.level, line.level + line.slope * (timeS - line.centre));
}

function wanted(tracks: Tracks, side: Side, frame: number, phase: number, shankPx: number): WantedFoot | null {
  const spot = (of: Side, part: 'knee' | 'ankle'): readonly [number, number] => {
    const { xPx, yPx } = tracks.points[paired(of, part)];
    return [xPx[frame], yPx[frame]];
  };
  const [knee, ankle, other] = [
    spot(side, 'knee'),
    spot(side, 'ankle'),
    spot(side === 'left' ? 'right' : 'left', 'ankle'),
  ];
  if (![...knee, ...ankle].every(Number.isFinite)) return null;
  const { widthPx, heightPx } = tracks;
  const pixelPx = Math.max(1, Math.ceil(shankPx / mostShankPx));
  const leftPx = Math.max(0, Math.floor(ankle[0] - around.beside * shankPx));
  const topPx = Math.max(0, Math.floor(ankle[1] - around.above * shankPx));
  const columns = Math.floor((Math.min(widthPx, ankle[0] + around.beside * shankPx) - leftPx) / pixelPx);
  const rows = Math.floor((Math.min(heightPx, ankle[1] + around.below * shankPx) - topPx) / pixelPx);
  if (columns < 8 || rows < 8) return null;
  return {
    frame,
    timeS: tracks.timesS[frame],
    side,
    phase,
    knee,
    ankle,
    otherAnkle: other.every(Number.isFinite) ? other : null,
    shankPx,
    region: { frame, leftPx, topPx, widthPx: columns, heightPx: rows, pixelPx },
  };
}
