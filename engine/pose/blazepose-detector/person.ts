import { type Crop, toPictureX, toPictureY } from '../crop.ts';

/**
 * A person as the detector sees one: the box around the face and two points that say where the body is. All values are
 * shares of the detector's input, x right, y down.
 */
export interface Person {
  readonly score: number;
  readonly faceLeft: number;
  readonly faceTop: number;
  readonly faceRight: number;
  readonly faceBottom: number;
  readonly hipX: number;
  readonly hipY: number;
  /** A point above the head on the circle about the hips that holds the whole body. */
  readonly topX: number;
  readonly topY: number;
}

/** Room around the circle that holds the body, so that limbs which reach out of it are seen (MediaPipe's value). */
const roomAroundBody = 1.25;

/**
 * The square around a body from two points of the picture: the middle of the hips and a point of the circle about them that
 * holds the body. It is turned so that the body stands upright in it (Bazarevsky et al. 2020).
 */
export function bodyCrop(hipXPx: number, hipYPx: number, topXPx: number, topYPx: number): Crop {
  const radiusPx = Math.hypot(topXPx - hipXPx, topYPx - hipYPx);
  return {
    centreXPx: hipXPx,
    centreYPx: hipYPx,
    sidePx: 2 * radiusPx * roomAroundBody,
    rotationRad: Math.atan2(topXPx - hipXPx, hipYPx - topYPx),
  };
}

/** The square around a person that was detected in `seen`. */
export function personCrop(person: Person, seen: Crop): Crop {
  return bodyCrop(
    toPictureX(seen, person.hipX, person.hipY),
    toPictureY(seen, person.hipX, person.hipY),
    toPictureX(seen, person.topX, person.topY),
    toPictureY(seen, person.topX, person.topY),
  );
}
