import type { PoseNetwork } from './custom/network-choice.ts';

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
}
