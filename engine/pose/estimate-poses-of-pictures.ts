import { StrideError } from '../errors/stride-error.ts';
import { rgbLayout, spreadRgb } from '../video/planar-picture.ts';
import type { DecodedFrame, SizePx } from '../video/video.ts';
import { poseNetworkOf } from './custom/network-choice.ts';
import { PictureRing } from './loop/picture-ring.ts';
import { defaultThreads, type PoseOptions } from './loop/pose-options.ts';
import { Readers } from './loop/readers.ts';
import { RunnerLoop } from './loop/runner-loop.ts';
import { PoseRecorder } from './pose-recorder.ts';
import type { PoseSequence } from './pose-sequence.ts';
import { prepareNetworks } from './prepare-networks.ts';
import { checkSeen } from './seen.ts';

/**
 * Finds the runner in pictures that are decoded already, in this process, and reads the keypoints, raw as the network
 * gives them.
 *
 * @param frames Pictures of one size, in order.
 * @param source The size in whose pixels the keypoints are given, and the times of the frames, no more of which may come.
 * @throws StrideError as `estimatePoses` does.
 */
export async function estimatePosesOfPictures(
  frames: AsyncIterable<DecodedFrame>,
  source: SizePx & { readonly frameTimesS: Float64Array },
  { network, runtime = 'onnx', threads = defaultThreads(), signal, onOpening, onFrame }: PoseOptions,
): Promise<PoseSequence> {
  await prepareNetworks({ network, runtime }, { signal, onProgress: onOpening });
  let loop: RunnerLoop | null = null;
  const readers = await Readers.open(threads, { network, runtime }, (error) => loop?.fail(error));
  try {
    const recorders: PoseRecorder[] = [];
    let freed: () => void = () => undefined;
    const started = (frame: DecodedFrame): { ring: PictureRing; loop: RunnerLoop } => {
      const ring = PictureRing.create(rgbLayout(frame), RunnerLoop.slotsNeeded(source.frameTimesS, readers.count));
      const recorder = new PoseRecorder(poseNetworkOf(network), source, frame, source.frameTimesS.length);
      recorders.push(recorder);
      return {
        ring,
        loop: new RunnerLoop({
          ring,
          readers,
          recorder,
          onFrame: (done) => onFrame?.(done, source.frameTimesS.length),
          onRelease: () => freed(),
        }),
      };
    };
    let running: { ring: PictureRing; loop: RunnerLoop } | null = null;
    for await (const frame of frames) {
      if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
      running ??= started(frame);
      loop = running.loop;
      let slot = running.ring.tryTake();
      while (slot === null && !loop.hasFailed) {
        await new Promise<void>((resolve) => {
          freed = resolve;
        });
        slot = running.ring.tryTake();
      }
      if (slot === null) break;
      spreadRgb(frame.rgb, running.ring.bytes(slot));
      running.loop.push(slot, frame.timeS);
    }
    await running?.loop.end();
    const [recorder] = recorders;
    if (recorder === undefined) throw new StrideError('no_person', 'no picture came');
    return checkSeen(recorder.finish());
  } finally {
    await readers.close();
  }
}
