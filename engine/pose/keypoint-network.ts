import type { PlanarPicture } from '../video/planar-picture.ts';
import type { Crop } from './crop.ts';
import { keypointNames } from './keypoint-names.ts';

/** One person's keypoints in one picture, in the order of `keypointNames`; NaN and score 0 where the network gives none. */
export interface Keypoints {
  readonly xPx: Float64Array;
  readonly yPx: Float64Array;
  readonly score: Float64Array;
}

/** What a network makes of a crop, besides the keypoints. */
export interface Reading {
  /** Whether the network takes what it saw for a person. */
  readonly found: boolean;
  /** Where to look for the same person in the next picture. */
  readonly nextCrop: Crop;
}

/** A network that is shown a crop with one person in it and names the person's keypoints. */
export interface KeypointNetwork {
  /** Reads the person in `crop` of `picture` into `keypoints`, in pixels of the picture. */
  read(picture: PlanarPicture, crop: Crop, keypoints: Keypoints): Promise<Reading>;
  close(): Promise<void>;
}

/** Buffers for {@link KeypointNetwork.read}, empty. */
export function emptyKeypoints(): Keypoints {
  return {
    xPx: new Float64Array(keypointNames.length).fill(Number.NaN),
    yPx: new Float64Array(keypointNames.length).fill(Number.NaN),
    score: new Float64Array(keypointNames.length),
  };
}
