import { builtEntry } from '../built-entry.ts';
import { checkComplete } from '../video/decode.ts';
import { sendRecord, startChild } from '../video/ffmpeg-child.ts';
import { poseLimits } from '../video/limits/process-limits.ts';
import { checkClipFile, probedClip } from '../video/probe.ts';
import type { ProbeFacts } from '../video/protocol.ts';
import type { VideoLimits, VideoProbe } from '../video/video.ts';
import { poseNetworkOf } from './custom/network-choice.ts';
import { poseFromBytes } from './loop/pose-bytes.ts';
import { defaultThreads, type PoseOptions } from './loop/pose-options.ts';
import type { PoseCounts, PoseJob, PoseStart } from './loop/pose-protocol.ts';
import type { PoseSequence } from './pose-sequence.ts';
import { prepareNetworks } from './prepare-networks.ts';
import { readEvery } from './read-every.ts';
import { checkSeen } from './seen.ts';

export interface EstimatePosesOptions extends PoseOptions {
  readonly limits?: VideoLimits;
}

/** A clip, and the runner in it. */
export interface ClipPoses {
  readonly video: VideoProbe;
  readonly pose: PoseSequence;
}

/**
 * Reads what a clip is, finds the runner in it and reads the keypoints, raw as the network gives them.
 *
 * One child process does all: it probes the clip while the networks are made ready, and then decodes it and follows the
 * runner on all cores. A hostile file can end that process and nothing else, and ending it ends the work at once.
 *
 * @throws StrideError what `probeVideo` throws, `no_person` if the runner is found in fewer than one frame in ten,
 *   `aborted` by the signal, `model_unavailable`, `invalid_network_description` or `inference_failed`.
 */
export async function estimatePoses(path: string, options: EstimatePosesOptions): Promise<ClipPoses> {
  const {
    limits,
    network,
    runtime = 'onnx',
    threads = defaultThreads(),
    signal,
    onStarted,
    onOpening,
    onFrame,
  } = options;
  const file = await checkClipFile(path, limits);
  const job: PoseJob = { kind: 'pose', path: file.path, limits: file.limits, network, runtime, threads };
  let onProbed: ((facts: ProbeFacts) => void) | undefined;
  const facts = new Promise<ProbeFacts>((resolve) => {
    onProbed = resolve;
  });
  const entry = builtEntry(import.meta.url, './loop/pose-process.js');
  const child = startChild({ entry, job, limits: poseLimits(threads) }, { signal, onProgress: onFrame, onProbed });
  onStarted?.();
  const closing = new AbortController();
  try {
    const ended = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    const preparing = prepareNetworks({ network, runtime }, { signal: ended, onProgress: onOpening });
    // Told once the clip is known to be one.
    preparing.catch(() => undefined);
    const video = await probedClip(file, Promise.race([facts, child.result as Promise<never>]));
    const { widthPx, heightPx } = video;
    child.waiting(false);
    const start: PoseStart = { ready: await preparing, readEvery: readEvery(video), widthPx, heightPx };
    child.waiting(true);
    sendRecord(child, start);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const { decoded, frameCount, people } = (await child.result) as PoseCounts;
    checkComplete(decoded, video.frameTimesS.length);
    const facing = { widthPx, heightPx, network: poseNetworkOf(network), people };
    return { video, pose: checkSeen(poseFromBytes(Buffer.concat(chunks), frameCount, facing)) };
  } finally {
    closing.abort();
    await child.stop();
  }
}
