import { StrideError } from '../errors/stride-error.ts';
import type { DecodedFrame, SizePx } from '../video/video.ts';
import { openPersonDetector } from './blazepose-detector/person-detector.ts';
import { type NetworkChoice, poseNetworkOf } from './custom/network-choice.ts';
import { openKeypointNetwork } from './open-keypoint-network.ts';
import { rgbPicture } from './planar-picture.ts';
import { PoseRecorder } from './pose-recorder.ts';
import type { PoseSequence } from './pose-sequence.ts';
import { RunnerFollower } from './runner-follower.ts';

/** Share of a clip's frames in which the runner must be found for the clip to count as one of a person. */
const leastFoundShare = 0.1;

export interface PoseOptions {
  readonly network: NetworkChoice;
  readonly signal?: AbortSignal | undefined;
  /** Told how far the networks are made ready, 0 to 1, before the first frame is taken. */
  readonly onOpening?: (fraction: number) => void;
  /** Told after each frame how many are done. */
  readonly onFrame?: (done: number) => void;
}

/**
 * Finds the runner in each frame and reads the keypoints, raw as the network gives them.
 *
 * @param frames Decoded pictures of one size, in order, such as `decodeSize` advises.
 * @param source The clip's full size, in whose pixels the keypoints are given, and its frame times; should the decoder give
 *   fewer or more frames than these, the decoder is right.
 * @throws StrideError `no_person` if the runner is found in fewer than one frame in ten, `aborted` by the signal,
 *   `model_unavailable` if the weights cannot be had, `invalid_network_description`.
 */
export async function estimatePoses(
  frames: AsyncIterable<DecodedFrame>,
  source: SizePx & { readonly frameTimesS: Float64Array },
  { network: choice, signal, onOpening, onFrame }: PoseOptions,
): Promise<PoseSequence> {
  const opening = (before: number) => ({ signal, onProgress: (share: number) => onOpening?.((before + share) / 2) });
  const detector = await openPersonDetector(opening(0));
  const network = await openKeypointNetwork(choice, opening(1));
  const follower = new RunnerFollower(detector, network);
  const recorder = new PoseRecorder(poseNetworkOf(choice), source, source.frameTimesS.length);
  let foundCount = 0;
  try {
    for await (const frame of frames) {
      if (signal?.aborted) throw new StrideError('aborted');
      const found = await follower.follow({ ...rgbPicture(frame), timeS: frame.timeS });
      recorder.add(frame, found ? follower.keypoints : null);
      if (found) foundCount++;
      onFrame?.(recorder.frameCount);
    }
  } finally {
    await Promise.all([detector.close(), network.close()]);
  }
  if (foundCount < leastFoundShare * recorder.frameCount || foundCount === 0) {
    throw new StrideError('no_person', `seen in ${foundCount} of ${recorder.frameCount} frames`);
  }
  return recorder.finish();
}
