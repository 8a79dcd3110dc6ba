import type { PoseNetwork } from './custom/network-choice.ts';

/** Whom a detector saw when it looked at whole pictures, about once a second, and who of them was followed. */
export interface PeopleInView {
  /** People who were seen in a third or more of the looks that saw anybody. */
  readonly lasting: number;
  /** People who were followed, one after the other: more than 1 where another was found when the runner was lost. */
  readonly followed: number;
  /** Share of these looks in which the runner was followed, 0 to 1: the one followed longest, if it was not always the same. */
  readonly followedShare: number;
  /** Whether a clearly larger person was there for most of the clip and was not followed. */
  readonly largerNotFollowed: boolean;
}

/**
 * The runner's keypoints in every frame, as the network gave them: unsmoothed, sides as labelled by the network.
 *
 * Point arrays are row-major, frame by keypoint, in the order of `keypointNames`: element
 * `frame * keypointNames.length + keypoint`. Coordinates are pixels of the picture as a viewer sees it
 * (after rotation, at the source's full size), x right, y down, the centre of the first pixel at (0.5, 0.5).
 * A point the network does not give, or a frame without the runner, is NaN with score 0.
 */
export interface PoseSequence {
  readonly network: PoseNetwork;
  readonly frameCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** True presentation time of each frame in seconds, increasing, from the container. */
  readonly timesS: Float64Array;
  readonly xPx: Float64Array;
  readonly yPx: Float64Array;
  /** The network's confidence, 0 to 1. */
  readonly score: Float64Array;
  /** 1 where the runner was found in the frame. */
  readonly found: Uint8Array;
  /** Who else was in view; null if not known. */
  readonly people: PeopleInView | null;
}
