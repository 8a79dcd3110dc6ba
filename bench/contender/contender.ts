/** Something that is measured in a process of its own, turn by turn with others. */
export interface Contender<Outcome> {
  /** Does its work on `frames` frames and says what came of it. */
  round(frames: number): Promise<Outcome>;
}

/** What a contender's module exports. */
export interface ContenderModule<Spec, Outcome> {
  /** Makes everything ready that a user makes ready once. @throws Error that says why it cannot be had here. */
  open(spec: Spec): Promise<Contender<Outcome>>;
}

/** A turn as the process that took it saw it. */
export interface Turn<Outcome> {
  readonly frames: number;
  /** Processor time of all the process's threads. */
  readonly cpuMs: number;
  /** The process's largest resident memory so far. */
  readonly peakRssBytes: number;
  readonly outcome: Outcome;
}

export type ToContender =
  | { readonly type: 'open'; readonly moduleUrl: string; readonly spec: unknown }
  | { readonly type: 'round'; readonly frames: number };

export type FromContender =
  | { readonly type: 'ready' }
  | { readonly type: 'turn'; readonly turn: Turn<unknown> }
  | { readonly type: 'failed'; readonly reason: string };
