import type { MessagePort } from 'node:worker_threads';
import type { ErrorCode } from '../../errors/catalogue.ts';
import type { DecodeLimits } from '../../video/protocol.ts';
import type { NetworkChoice } from '../custom/network-choice.ts';
import type { PeopleInView } from '../pose-sequence.ts';
import type { RuntimeId } from '../runtime/runtime-ids.ts';
import type { SharedRing } from './picture-ring.ts';

/** What the pose process needs to know before it knows the clip: it opens the networks meanwhile. */
export interface PoseJob {
  readonly kind: 'pose';
  readonly network: NetworkChoice;
  readonly runtime: RuntimeId;
  readonly threads: number;
}

/** The clip, sent as a second record once it has been probed. */
export interface PoseClip {
  readonly path: string;
  readonly limits: DecodeLimits;
  /** Every how many frames one is read. */
  readonly readEvery: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the thread that follows the runner is started with. */
export interface FollowerData {
  readonly job: PoseJob;
  /** Where its answer goes. */
  readonly port: MessagePort;
  /** One int32, 0 until there is an answer. */
  readonly hasEnded: SharedArrayBuffer;
}

/** What the pose process says when it ends; the arrays of `PoseSequence` have gone to stdout, see `pose-bytes.ts`. */
export interface PoseCounts {
  /** Frames that the container lists. */
  readonly expected: number;
  /** Frames that could be decoded. */
  readonly decoded: number;
  /** Frames that were read. */
  readonly frameCount: number;
  readonly people: PeopleInView | null;
}

/** From the decoding thread to the one that follows the runner: `index * slotCount + slot` of a picture, or what else. */
export type ToFollower =
  | number
  | { readonly type: 'clip'; readonly clip: PoseClip; readonly ring: SharedRing; readonly timesS: readonly number[] }
  | { readonly type: 'end' };

/** Its answer: the number of frames and who was in view, or why there is none. */
export type FromFollower =
  | { readonly type: 'done'; readonly frameCount: number; readonly people: PeopleInView | null }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly detail: string | undefined };
