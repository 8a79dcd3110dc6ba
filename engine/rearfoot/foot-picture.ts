import type { Side } from '../pose/keypoint-names.ts';
import type { RgbCrop } from './rgb-crop.ts';

/** A place in the whole picture, pixels, x right, y down. */
export type Spot = readonly [xPx: number, yPx: number];

/** One foot on the ground in one frame: its surroundings in the picture, and where the network saw the leg. */
export interface FootPicture {
  readonly frame: number;
  /** Seconds of the clip. */
  readonly timeS: number;
  readonly side: Side;
  /** 0 at touchdown, 1 at toe-off. */
  readonly phase: number;
  readonly crop: RgbCrop;
  readonly knee: Spot;
  readonly ankle: Spot;
  /** The other leg's; null where it was not seen. */
  readonly otherAnkle: Spot | null;
  /** Length of the shank at this time by the whole clip, pixels of the whole picture. */
  readonly shankPx: number;
}
