import { normal90 } from '../signal/student-t.ts';
import type { FootPicture } from './foot-picture.ts';
import { type HeelLine, heelLines } from './heel-lines.ts';
import type { MidlinePx, RearfootObservation, UnseenReason } from './rearfoot-observation.ts';
import { type ShankLine, shankLines } from './shank-lines.ts';

/** Crop pixels that a shank must be long. */
const leastShankPx = 90;
/** Sharpness below which edges are smeared. */
const leastSharpness = 0.3;
/** Standard error beyond which a line says nothing, degrees. */
const mostSeDeg = 7;

/**
 * Reads the midlines of lower leg and heel counter in pictures of feet on the ground. All pictures of a clip are looked at together:
 * a runner's legs and shoes keep their shape.
 *
 * @returns One observation a picture, in order.
 */
export function observeFeet(pictures: readonly FootPicture[]): RearfootObservation[] {
  const large = pictures.filter((picture) => picture.shankPx / picture.crop.pixelPx >= leastShankPx);
  const shanks = shankLines(large);
  const heels = heelLines(large, shanks);
  const place = new Map(large.map((picture, i) => [picture, i]));
  return pictures.map((picture) => {
    const i = place.get(picture);
    return i === undefined ? unseen(picture, 'too_small') : observation(picture, shanks[i], heels[i]);
  });
}

const unseen = ({ frame, timeS, side }: FootPicture, reason: UnseenReason, sharpness = 0): RearfootObservation => ({
  frame,
  timeS,
  side,
  shankAxisDeg: null,
  heelAxisDeg: null,
  shankHalfWidthDeg: null,
  heelHalfWidthDeg: null,
  shankLine: null,
  heelLine: null,
  sharpness,
  reason,
});

function observation(picture: FootPicture, shank: ShankLine | null, heel: HeelLine | null): RearfootObservation {
  const sharpness = Math.max(shank?.sharpness ?? 0, heel?.sharpness ?? 0);
  const seenShank = shank !== null && shank.sharpness >= leastSharpness && shank.leanSeDeg <= mostSeDeg ? shank : null;
  const seenHeel = heel !== null && heel.sharpness >= leastSharpness && heel.leanSeDeg <= mostSeDeg ? heel : null;
  const { frame, timeS, side } = picture;
  const reason = seenShank !== null && seenHeel !== null ? null : whyUnseen(picture, shank, heel);
  return {
    frame,
    timeS,
    side,
    shankAxisDeg: seenShank?.leanDeg ?? null,
    heelAxisDeg: seenHeel?.leanDeg ?? null,
    shankHalfWidthDeg: seenShank === null ? null : normal90 * seenShank.leanSeDeg,
    heelHalfWidthDeg: seenHeel === null ? null : normal90 * seenHeel.leanSeDeg,
    shankLine: seenShank && midline(picture, seenShank.xPx, seenShank.yPx, seenShank.halfLengthPx, seenShank.leanDeg),
    heelLine: seenHeel && midline(picture, seenHeel.xPx, seenHeel.middleYPx, seenHeel.halfHeightPx, seenHeel.leanDeg),
    sharpness,
    ...(reason && { reason }),
  };
}

/** A line through a place of the crop in the whole picture. */
function midline({ crop }: FootPicture, xPx: number, yPx: number, halfLengthPx: number, leanDeg: number): MidlinePx {
  const lean = (leanDeg * Math.PI) / 180;
  const end = (up: 1 | -1): readonly [number, number] => [
    crop.leftPx + (xPx + up * halfLengthPx * Math.sin(lean)) * crop.pixelPx,
    crop.topPx + (yPx - up * halfLengthPx * Math.cos(lean)) * crop.pixelPx,
  ];
  return { top: end(1), bottom: end(-1) };
}

function whyUnseen(
  { crop, ankle, otherAnkle, shankPx }: FootPicture,
  shank: ShankLine | null,
  heel: HeelLine | null,
): UnseenReason {
  const bottomPx = crop.topPx + crop.heightPx * crop.pixelPx;
  if (ankle[1] + 0.25 * shankPx > bottomPx) return 'out_of_picture';
  const beside = otherAnkle !== null && Math.hypot(otherAnkle[0] - ankle[0], otherAnkle[1] - ankle[1]) < 0.5 * shankPx;
  if (shank === null || heel === null) return beside ? 'occluded' : 'low_contrast';
  if (Math.max(shank.sharpness, heel.sharpness) < leastSharpness) return 'blurred';
  return 'no_midline';
}
