import type { KeptWorld } from './kept-world.ts';

/** Some worlds at one moment. */
export interface Snapshot {
  readonly worlds: readonly { readonly name: string; readonly keys: readonly string[]; readonly kept: KeptWorld }[];
}
