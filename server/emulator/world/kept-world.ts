import type { ErrorCode } from '../../../engine/errors/catalogue.ts';
import type { failureReasons } from '../../contract/errors.ts';
import type { ClockMode } from '../clock/emulated-clock.ts';
import type { DeliveryEntry, RequestEntry } from '../journal/entries.ts';
import type { KeptLog } from '../journal/log.ts';
import type { Memory } from '../stores/memory.ts';
import type { KeptPost } from '../webhooks/emulated-post.ts';
import type { Behaviour } from './behaviour.ts';
import type { Started } from './started.ts';
import type { KeptGoing } from './timeline.ts';

/** A world as a snapshot keeps it. Nothing in it is ever changed. */
export interface KeptWorld {
  readonly ids: number;
  readonly behaviour: Behaviour;
  readonly nowMs: number;
  readonly clock: ClockMode;
  readonly memory: Memory;
  readonly started: readonly (readonly [id: string, Started])[];
  readonly refused: readonly (readonly [scenario: string, count: number])[];
  readonly going: readonly KeptGoing[];
  readonly requests: KeptLog<RequestEntry>;
  readonly deliveries: KeptLog<DeliveryEntry>;
  readonly post: KeptPost;
}

/** A state that an analysis can be brought to from outside. */
export type ForcedState =
  | { readonly status: 'pending' }
  | { readonly status: 'analyzing'; readonly percentage: number }
  | { readonly status: 'success' }
  | { readonly status: 'failed'; readonly reason: ErrorCode | keyof typeof failureReasons };
