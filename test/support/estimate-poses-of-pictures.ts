import { StrideError } from '../../engine/errors/stride-error.ts';
import { poseNetworkOf } from '../../engine/pose/custom/network-choice.ts';
import { PictureRing } from '../../engine/pose/loop/picture-ring.ts';
import { defaultThreads, type PoseOptions } from '../../engine/pose/loop/pose-options.ts';
import { Readers } from '../../engine/pose/loop/readers.ts';
import { RunnerLoop } from '../../engine/pose/loop/runner-loop.ts';
import { PoseRecorder } from '../../engine/pose/pose-recorder.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import { prepareNetworks } from '../../engine/pose/prepare-networks.ts';
import { checkSeen } from '../../engine/pose/seen.ts';
import { rgbLayout, spreadRgb } from '../../engine/video/planar-picture.ts';
import type { DecodedFrame, SizePx } from '../../engine/video/video.ts';

/** The size in whose pixels keypoints are given, and the times of the frames, no more of which may come. */
type Source = SizePx & { readonly frameTimesS: Float64Array };

/**
 * Finds the runner in pictures that are decoded already, in this process, and reads the keypoints, raw as the network
 * gives them.
 *
 * @param frames Pictures of one size, in order.
 * @throws StrideError as `estimatePoses` does.
 */
export async function estimatePosesOfPictures(
  frames: AsyncIterable<DecodedFrame>,
  source: Source,
  { network, runtime = 'onnx', threads = defaultThreads(), signal, onOpening, onFrame }: PoseOptions,
): Promise<PoseSequence> {
  const ready = await prepareNetworks({ network, runtime }, { signal, onProgress: onOpening });
  let feed: Feed | null = null;
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    feed?.fail(error);
  };
  const onAbort = (): void => fail(new StrideError('aborted', undefined, { cause: signal?.reason }));
  const readers = await Readers.open(threads, { network, runtime, ready }, fail);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal?.aborted) onAbort();
    const recorderOf = (frame: DecodedFrame): PoseRecorder =>
      new PoseRecorder(poseNetworkOf(network), source, frame, source.frameTimesS.length);
    for await (const frame of frames) {
      if (failures.length > 0) break;
      feed ??= new Feed(source, frame, readers, recorderOf(frame), onFrame);
      await feed.push(frame);
    }
    if (failures.length > 0) throw failures[0];
    if (feed === null) throw new StrideError('no_person', 'no picture came');
    return checkSeen(await feed.finish());
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await readers.close();
  }
}

/** Gives pictures to the loop as fast as it takes them. */
class Feed {
  readonly #ring: PictureRing;
  readonly #recorder: PoseRecorder;
  readonly #loop: RunnerLoop;
  #goOn: () => void = () => undefined;

  constructor(
    { frameTimesS }: Source,
    size: SizePx,
    readers: Readers,
    recorder: PoseRecorder,
    onFrame: PoseOptions['onFrame'],
  ) {
    const ring = PictureRing.create(rgbLayout(size), RunnerLoop.slotsNeeded(frameTimesS, readers.count));
    this.#ring = ring;
    this.#recorder = recorder;
    this.#loop = new RunnerLoop({
      ring,
      readers,
      recorder,
      onFrame: (done) => onFrame?.(done, frameTimesS.length),
      onRelease: () => this.#goOn(),
    });
  }

  /** Resolves when the picture is copied, or the loop has failed. */
  async push({ rgb, timeS }: DecodedFrame): Promise<void> {
    while (!this.#loop.hasFailed) {
      const slot = this.#ring.tryTake();
      if (slot !== null) {
        spreadRgb(rgb, this.#ring.bytes(slot));
        return this.#loop.push(slot, timeS);
      }
      await new Promise<void>((resolve) => {
        this.#goOn = resolve;
      });
    }
  }

  fail(error: unknown): void {
    this.#loop.fail(error);
  }

  async finish(): Promise<PoseSequence> {
    await this.#loop.end();
    return this.#recorder.finish(this.#loop.people());
  }
}
