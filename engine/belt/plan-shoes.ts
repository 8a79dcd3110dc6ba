import type { Contact } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { paired } from '../tracks/raw-points.ts';
import type { Tracks } from '../tracks/tracks.ts';
import type { FrameCrop } from '../video/protocol.ts';

/** A standing shoe in one frame, and the piece of the picture that shows it. */
export interface WantedShoe {
  /** Seconds of the runner's time. */
  readonly timeS: number;
  /** Of the tracks, pixels of the whole picture. */
  readonly anklePx: readonly [x: number, y: number];
  readonly region: FrameCrop;
}

/** One stance's shoe, frame by frame. */
export interface WantedStance {
  readonly side: Side;
  readonly shoes: readonly WantedShoe[];
}

/** Shares of the contact between which a shoe lies flat and goes with the belt, with a tenth left for errors of the events; later the heel rises. */
const flat = { from: 0.1, to: 0.55 };
/** Frames of a stance: more are so close to one another that a shoe has hardly moved. */
const mostFrames = 5;
/** Stances of a leg that are looked at, spread over the clip: more add little to the median of so many. */
const mostStances = 20;
/** Shares of the body height around the ankle; the toes are ahead. */
const around = { behind: 0.09, ahead: 0.16, above: 0.05, below: 0.07 };
/** A body of more pixels is looked at at a smaller size. */
const mostBodyPx = 600;

/**
 * Which frames' pictures show a shoe that stands.
 *
 * @param tracks As in the picture, in the runner's time like the contacts.
 */
export function planShoes(tracks: Tracks, contacts: readonly Contact[]): WantedStance[] {
  const chosen = (['left', 'right'] as const)
    .flatMap((side) => spread(contacts.filter((contact) => contact.side === side)))
    .sort((a, b) => a.touchdownS - b.touchdownS);
  return chosen.flatMap((contact) => {
    const shoes = framesOf(tracks, contact).flatMap((frame) => wanted(tracks, contact.side, frame) ?? []);
    return shoes.length < 2 ? [] : [{ side: contact.side, shoes }];
  });
}

/** At most {@link mostStances} of one leg's contacts. */
function spread(contacts: readonly Contact[]): Contact[] {
  const every = Math.max(1, contacts.length / mostStances);
  return contacts.filter((_, i) => Math.floor((i + 1) / every) > Math.floor(i / every));
}

/** Frames of the stance in which the shoe lies flat, at most {@link mostFrames}, the first and the last among them. */
function framesOf({ timesS }: Tracks, { touchdownS, toeOffS }: Contact): number[] {
  const frames = [...timesS.keys()].filter((frame) => {
    const share = (timesS[frame] - touchdownS) / (toeOffS - touchdownS);
    return share >= flat.from && share <= flat.to;
  });
  if (frames.length <= mostFrames) return frames;
  const step = (frames.length - 1) / (mostFrames - 1);
  return Array.from({ length: mostFrames }, (_, i) => frames[Math.round(i * step)]);
}

function wanted(tracks: Tracks, side: Side, frame: number): WantedShoe | null {
  const { points, facing, bodyHeightPx, widthPx, heightPx, timesS } = tracks;
  const { xPx, yPx } = points[paired(side, 'ankle')];
  const anklePx = [xPx[frame], yPx[frame]] as const;
  if (!anklePx.every(Number.isFinite)) return null;
  const pixelPx = Math.max(1, Math.round(bodyHeightPx / mostBodyPx));
  const [toLeft, toRight] = facing > 0 ? [around.behind, around.ahead] : [around.ahead, around.behind];
  // Corners on whole pixels of the smaller picture, so that all crops share them.
  const corner = (px: number): number => Math.max(0, Math.floor(px / pixelPx) * pixelPx);
  const leftPx = corner(anklePx[0] - toLeft * bodyHeightPx);
  const topPx = corner(anklePx[1] - around.above * bodyHeightPx);
  const columns = Math.floor((Math.min(widthPx, anklePx[0] + toRight * bodyHeightPx) - leftPx) / pixelPx);
  const rows = Math.floor((Math.min(heightPx, anklePx[1] + around.below * bodyHeightPx) - topPx) / pixelPx);
  if (columns < 16 || rows < 8) return null;
  return {
    timeS: timesS[frame],
    anklePx,
    region: { frame, leftPx, topPx, widthPx: columns, heightPx: rows, pixelPx },
  };
}
