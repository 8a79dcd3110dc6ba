import { afterAll, beforeAll } from 'vitest';
import { ClipLibrary } from '../api/clips/clip-library.ts';
import { startLocalTarget } from '../api/run/local-target.ts';
import type { Target } from '../api/run/target.ts';

/** A server that runs analyses, and clips to send it. */
export interface ServedClips {
  readonly clips: ClipLibrary;
  readonly target: Target;
}

/** Starts a server for the tests of a file. @returns What gives it from the first test on. */
export function serveClips(): () => ServedClips {
  let served: ServedClips | null = null;
  beforeAll(async () => {
    const [clips, target] = await Promise.all([ClipLibrary.open(), startLocalTarget([])]);
    served = { clips, target };
  });
  afterAll(async () => {
    await served?.target.close();
    await served?.clips.close();
  });
  return () => {
    if (served === null) throw new Error('the server is there once tests run');
    return served;
  };
}
