import type { GreyCrop } from './grey-crop.ts';

/** A rectangle of a crop whose motion is looked for in other crops. */
export interface Patch {
  readonly crop: GreyCrop;
  /** Columns and rows of the crop, the last ones included; with a pixel of the crop around them. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a patch is in another crop: moved, and turned about its middle. Coordinates are the crops' in the whole picture. */
export interface PatchPlace {
  readonly dx: number;
  readonly dy: number;
  /** Clockwise as seen. */
  readonly turnRad: number;
}

/** Fewer pixels than this show nothing. */
const leastPixels = 60;

/** @param box In the coordinates of the whole picture. @returns Null where too little of it is in the crop. */
export function cutPatch(
  crop: GreyCrop,
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Patch | null {
  const left = Math.max(1, Math.round(box.left - crop.left));
  const right = Math.min(crop.widthPx - 2, Math.round(box.right - crop.left));
  const top = Math.max(1, Math.round(box.top - crop.top));
  const bottom = Math.min(crop.heightPx - 2, Math.round(box.bottom - crop.top));
  return right < left || bottom < top || (right - left + 1) * (bottom - top + 1) < leastPixels
    ? null
    : { crop, left, right, top, bottom };
}

/** Middle of a patch in the whole picture. */
export const middleOf = ({ crop, left, right, top, bottom }: Patch): readonly [x: number, y: number] => [
  crop.left + (left + right) / 2,
  crop.top + (top + bottom) / 2,
];
