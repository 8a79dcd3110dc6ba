import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies beside the clips whose soles stand. */
export const standingFile = 'standing.json';

/** What was made of a clip's soles. */
export interface StandingTruth {
  /** How long a sole stands at one level, and goes with the belt: mean of the loop's stances, milliseconds. */
  readonly standsMs: number;
}

/** How long the soles of a clip stand, mean, milliseconds. */
export async function readStandsMs(folder: string): Promise<number> {
  const { standsMs } = JSON.parse(await readFile(join(folder, standingFile), 'utf8')) as StandingTruth;
  return standsMs;
}
