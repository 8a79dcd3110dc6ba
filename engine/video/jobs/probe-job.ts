import { openClip } from '../av/open-clip.ts';
import type { ProbeFacts, ProbeJob } from '../protocol.ts';

/** Reads the container and decodes one picture. */
export function runProbe({ path, limits }: ProbeJob): ProbeFacts {
  // One thread: more would decode pictures that nobody asks for.
  const { facts, close } = openClip(path, limits, { threads: 1 });
  close();
  return facts;
}
