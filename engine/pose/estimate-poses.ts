import { defaultCacheFolder } from '../../models/model-cache.ts';
import { builtEntry } from '../built-entry.ts';
import { StrideError } from '../errors/stride-error.ts';
import { checkComplete, decodeLimits } from '../video/decode.ts';
import { type FfmpegChild, startChild } from '../video/ffmpeg-child.ts';
import { recordHeader } from '../video/protocol.ts';
import type { VideoProbe } from '../video/video.ts';
import { poseNetworkOf } from './custom/network-choice.ts';
import { poseFromBytes } from './loop/pose-bytes.ts';
import { defaultThreads, type PoseOptions } from './loop/pose-options.ts';
import type { PoseClip, PoseCounts, PoseJob } from './loop/pose-protocol.ts';
import type { PoseSequence } from './pose-sequence.ts';
import { prepareNetworks } from './prepare-networks.ts';
import { readEvery } from './read-every.ts';
import { checkSeen } from './seen.ts';

/** A process that gets ready to read a clip, or reads it. */
export interface PoseEstimation {
  /**
   * Finds the runner in a clip and reads the keypoints, raw as the network gives them. Once only.
   *
   * @throws StrideError `no_person` if the runner is found in fewer than one frame in ten, `aborted` by the signal,
   *   `model_unavailable`, `invalid_network_description`, `inference_failed`, `video_truncated` or `decoder_failed`.
   */
  estimate(video: VideoProbe): Promise<PoseSequence>;
  /** Ends the process at once, whatever it does. */
  close(): Promise<void>;
}

/**
 * Starts a process that opens the networks while the clip is still being probed, and then decodes it and follows the
 * runner on all cores. A hostile file can end that process and nothing else, and ending it ends the work at once.
 */
export function startPoseEstimation(options: PoseOptions): PoseEstimation {
  const { network, runtime = 'onnx', threads = defaultThreads(), signal, onOpening, onFrame } = options;
  const job: PoseJob = { kind: 'pose', network, runtime, threads };
  const closing = new AbortController();
  const ended = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
  const started = prepareNetworks({ network, runtime }, { signal: ended, onProgress: onOpening }).then(() => {
    const child = startChild(builtEntry(import.meta.url, './loop/pose-process.js'), job, {
      // Its threads look for the networks where they were just made ready.
      env: { STRIDELAB_CACHE: defaultCacheFolder() },
      signal,
      onProgress: onFrame,
    });
    child.waiting(false);
    return child;
  });
  // Its failure is told by estimate; a caller whose clip cannot be read never asks.
  started.catch(() => undefined);
  return {
    async estimate(video) {
      const child = await started;
      if (signal?.aborted) throw new StrideError('aborted', undefined, { cause: signal.reason });
      child.waiting(true);
      sendClip(child, {
        path: video.path,
        limits: decodeLimits(video),
        readEvery: readEvery(video),
        widthPx: video.widthPx,
        heightPx: video.heightPx,
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      const { decoded, frameCount, people } = (await child.result) as PoseCounts;
      checkComplete(decoded, video.frameTimesS.length);
      return checkSeen(
        poseFromBytes(Buffer.concat(chunks), frameCount, { ...sizeOf(video), network: poseNetworkOf(network), people }),
      );
    },
    async close() {
      closing.abort();
      const child = await started.catch(() => null);
      await child?.stop();
    },
  };
}

/** {@link startPoseEstimation} for a clip that is probed already. */
export async function estimatePoses(video: VideoProbe, options: PoseOptions): Promise<PoseSequence> {
  const estimation = startPoseEstimation(options);
  try {
    return await estimation.estimate(video);
  } finally {
    await estimation.close();
  }
}

const sizeOf = ({ widthPx, heightPx }: VideoProbe) => ({ widthPx, heightPx });

function sendClip(child: FfmpegChild, clip: PoseClip): void {
  const bytes = Buffer.from(JSON.stringify(clip));
  child.stdin.write(recordHeader(bytes.length));
  child.stdin.write(bytes);
}
