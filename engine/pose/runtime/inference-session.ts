/** A loaded network that any runtime can carry. */
export interface InferenceSession {
  /** The input's values, to be written before {@link run}. */
  readonly input: Float32Array;
  /** Runs the network on `input`. */
  run(): Promise<void>;
  /** Values of an output, good until the next run. @throws Error if the network has no such output or has not run. */
  output(name: string): Float32Array;
  close(): Promise<void>;
}

/** What a runtime needs to open a network. */
export interface SessionOptions {
  readonly inputName: string;
  readonly inputShape: readonly number[];
  /** The outputs that will be asked for, all of the network's by default. */
  readonly outputNames?: readonly string[];
  /** Threads inside one run, 1 by default: two workers of one thread each are faster than one of two. */
  readonly threads?: number;
}
