import type { Victim } from './victim.ts';

/** Servers, workers and a store that are killed in turn. */
export interface KilledSystem {
  /** Processes that may be killed; the first serves. */
  readonly victims: readonly Victim[];
  /** The database's own process, where it has one. */
  readonly database: KilledDatabase | null;
  /** Folder on a file system so small that it can be filled; null where this user may make none. */
  readonly smallDisk: string | null;
  readonly uploadsDir: string;
  readonly mediaDir: string;
  /** Where processes keep what they have under way. */
  readonly scratchDir: string;
  /** How long after the last fault what it left behind may lie there, milliseconds. */
  readonly leftoverAgeMs: number;
  readonly logPaths: readonly string[];
  /** Where a server is to be reached now. */
  url(): string;
  /** `stridelab ARGS` on this system's store. @returns What it printed. */
  operate(args: readonly string[]): Promise<string>;
  /** What is wrong with the store itself; nothing when it is whole. */
  storeFaults(): Promise<readonly string[]>;
  /** Ends everything in good order, then removes what it lay on. @returns What did not end by itself. */
  stop(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export interface KilledDatabase {
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Its main process. */
  pid(): number | null;
}
