import type { RuntimeId } from '../../engine/pose/runtime/runtime-ids.ts';
import type { NetworkId } from '../../models/registry.ts';
import type { PeerBackend } from '../peer/peer-backend.ts';
import type { Allocation } from './allocation.ts';
import type { StageTimes } from './stage-times.ts';

/** Who is measured: us in one of our runtimes, or pose-detection on one of TensorFlow.js's backends. */
export type Stack =
  | { readonly of: 'stridelab'; readonly runtime: RuntimeId }
  | { readonly of: 'pose-detection'; readonly backend: PeerBackend };

/** A figure round by round; the rounds of two stacks belong together. */
export interface Rounds {
  /** Milliseconds of wall time per frame. */
  readonly msPerFrame: readonly number[];
  /** Milliseconds of processor time per frame. */
  readonly cpuMsPerFrame: readonly number[];
  readonly peakRssBytes: number;
}

/** Something that was measured, or why it was not. */
export type Outcome<T> = { readonly value: T } | { readonly missing: string };

export interface StackResult {
  readonly stack: Stack;
  readonly inference: Outcome<Rounds>;
  readonly loop: Outcome<Rounds & { readonly foundFraction: number }>;
}

export interface StageResult {
  readonly runtime: RuntimeId;
  readonly stages: Outcome<StageTimes>;
  /** Of a thread that reads frames. */
  readonly allocation: Outcome<Allocation>;
  /** Of the thread that follows the runner. */
  readonly following: Outcome<Allocation>;
}

export interface NetworkResult {
  readonly network: NetworkId;
  readonly stacks: readonly StackResult[];
  readonly stages: readonly StageResult[];
}

export interface FrameLoopResult {
  readonly networks: readonly NetworkResult[];
  /** Milliseconds of each decoded picture, one thread. */
  readonly decodeMs: Outcome<readonly number[]>;
  readonly rounds: number;
}

/** The value, or null where it is missing. */
export const known = <T>(outcome: Outcome<T>): T | null => ('value' in outcome ? outcome.value : null);

export const isYardstick = (stack: Stack): boolean => stack.of === 'pose-detection' && stack.backend === 'wasm';
