import { availableParallelism } from 'node:os';
import type { NetworkChoice } from '../custom/network-choice.ts';
import type { RuntimeId } from '../runtime/runtime-ids.ts';

export interface PoseOptions {
  readonly network: NetworkChoice;
  /** What carries the network, ONNX Runtime by default. */
  readonly runtime?: RuntimeId | undefined;
  /** Threads that run the network, each on frames of its own; by default one a core, at most eight. */
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told once another process is at work on the clip, and this one has time for something else. */
  readonly onStarted?: (() => void) | undefined;
  /** Told how far the networks are made ready, 0 to 1, before the first frame is taken. */
  readonly onOpening?: ((fraction: number) => void) | undefined;
  /** Told how many frames are done, of how many. */
  readonly onFrame?: ((done: number, expected: number) => void) | undefined;
}

/** Each thread holds a network of its own: beyond eight, memory would be all that grows on most machines. */
export const defaultThreads = (): number => Math.min(8, availableParallelism());
