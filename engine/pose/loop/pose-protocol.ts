import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode } from '../../errors/catalogue.ts';
import type { VideoLimits } from '../../video/video.ts';
import type { NetworkChoice } from '../custom/network-choice.ts';
import type { PeopleInView } from '../pose-sequence.ts';
import type { ReadyNetworks } from '../prepare-networks.ts';
import type { RuntimeId } from '../runtime/runtime-ids.ts';
import type { SharedRing } from './picture-ring.ts';
import type { ReaderThreads } from './reader-threads.ts';

/** What the pose process starts with: it probes the clip, and says what it found, while the networks are made ready. */
export interface PoseJob {
  readonly kind: 'pose';
  readonly path: string;
  readonly limits: VideoLimits;
  readonly network: NetworkChoice;
  readonly runtime: RuntimeId;
  readonly threads: number;
}

/** Sent as a second record when the clip is accepted and the networks are ready. */
export interface PoseStart {
  readonly ready: ReadyNetworks;
  /** Every how many frames one is read. */
  readonly readEvery: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the thread that follows the runner is started with. */
export interface FollowerData {
  readonly job: PoseJob;
  readonly readers: ReaderThreads;
  /** Where its answer goes. */
  readonly port: MessagePort;
  /** One int32, 0 until there is an answer. */
  readonly hasEnded: SharedArrayBuffer;
}

/** What the pose process says when it ends; the arrays of `PoseSequence` have gone to stdout, see `pose-bytes.ts`. */
export interface PoseCounts {
  /** Frames that could be decoded. */
  readonly decoded: number;
  /** Frames that were read. */
  readonly frameCount: number;
  readonly people: PeopleInView | null;
}

/** From the decoding thread to the one that follows the runner: `index * slotCount + slot` of a picture, or what else. */
export type ToFollower =
  | number
  | { readonly type: 'clip'; readonly start: PoseStart; readonly ring: SharedRing; readonly timesS: readonly number[] }
  | { readonly type: 'end' };

/** Its answer: the number of frames and who was in view, or why there is none. */
export type FromFollower =
  | { readonly type: 'done'; readonly frameCount: number; readonly people: PeopleInView | null }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly detail: string | undefined };
