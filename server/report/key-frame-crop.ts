import type { SizePx } from '../../engine/video/video.ts';
import type { BoxDetails, ContactDetails, Details } from '../details/details.ts';

/** A part of a picture, as `sharp` cuts it out. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Of the height of the keypoints' box: a head goes on above the eyes, shoes and marks below the toes; farther beside stand labels, too small for a report. */
const room = { above: 0.22, below: 0.1, beside: 0.06 };
/** Least width of a picture to its height, so that three beside each other look alike. */
const leastWidth = 0.36;

/**
 * Where the runner is in a picture of the annotated video. The video is as wide as the clip, but for its scale; the strip under the clip's
 * picture is left out.
 *
 * @param picture Size of the annotated video's picture.
 * @param clip Size of the clip that the box is in.
 */
export function keyFrameCrop(picture: SizePx, clip: SizePx, box: BoxDetails | null): Crop {
  const whole = { left: 0, top: 0, width: picture.widthPx, height: picture.heightPx };
  if (box === null) return whole;
  const scale = picture.widthPx / clip.widthPx;
  const bodyPx = box.heightPx * scale;
  const top = Math.max(0, box.topPx * scale - room.above * bodyPx);
  const bottom = Math.min(
    picture.heightPx,
    clip.heightPx * scale,
    (box.topPx + box.heightPx) * scale + room.below * bodyPx,
  );
  const middle = (box.leftPx + box.widthPx / 2) * scale;
  const wanted = Math.max(box.widthPx * scale + 2 * room.beside * bodyPx, leastWidth * (bottom - top));
  const width = Math.min(picture.widthPx, wanted);
  const left = Math.min(picture.widthPx - width, Math.max(0, middle - width / 2));
  const crop = {
    left: Math.floor(left),
    top: Math.floor(top),
    width: Math.floor(width),
    height: Math.floor(bottom - top),
  };
  return crop.width < 2 || crop.height < 2 ? whole : crop;
}

/** How much of the way the runner's rear goes: the leg that pushes off stays behind. */
const trailing = 0.6;
/** A runner is never narrower than this share of the box of a whole stance. */
const leastShare = 0.3;

/**
 * Where the runner is at a moment of a stance, whose box holds all of it: past a standing camera the runner goes on by what the speed
 * makes of it, from the box's rear to its front.
 */
export function boxAt(
  details: Details,
  { box, touchdownS, toeOffS }: ContactDetails,
  timeS: number,
): BoxDetails | null {
  const { view, seen, request, clip, metrics } = details;
  const speedMps = metrics.find(({ id }) => id === 'speed')?.value ?? null;
  if (box === null || view !== 'side' || seen.camera !== 'static' || speedMps === null || toeOffS <= touchdownS)
    return box;
  const wayM = (speedMps * (toeOffS - touchdownS)) / clip.slowMotionFactor;
  const wayPx = Math.min((wayM * seen.bodyHeightPx) / request.heightM, (1 - leastShare) * box.widthPx);
  const share = (timeS - touchdownS) / (toeOffS - touchdownS);
  const [rearPx, frontPx] = [trailing * wayPx * share, wayPx * (1 - share)];
  return {
    ...box,
    leftPx: box.leftPx + (seen.facing === 'right' ? rearPx : frontPx),
    widthPx: box.widthPx - rearPx - frontPx,
  };
}
