import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { makeDemoClip } from '../../fixtures/demo-clip.ts';
import type { RunnerTruth } from '../../fixtures/runner/truth.ts';

export interface DemoClipWithTruth {
  readonly path: string;
  readonly truth: RunnerTruth;
}

const waitMs = 100;
const mostWaits = 1800;

/** The demo clip, made once for all test files of a run; the first that asks makes it, the others wait. */
export async function sharedDemoClip(): Promise<DemoClipWithTruth> {
  const folder = inject('runFolder');
  const path = join(folder, 'demo.mp4');
  const truthPath = join(folder, 'demo.truth.json');
  if (!existsSync(truthPath) && takeTurn(join(folder, 'demo.lock'))) {
    const { truth } = await makeDemoClip({ outPath: path });
    writeFileSync(`${truthPath}.partial`, JSON.stringify(truth));
    renameSync(`${truthPath}.partial`, truthPath);
  }
  for (let i = 0; !existsSync(truthPath); i++) {
    if (i === mostWaits) throw new Error('the demo clip was not made in time');
    await sleep(waitMs);
  }
  return { path, truth: JSON.parse(readFileSync(truthPath, 'utf8')) as RunnerTruth };
}

/** True for the first caller alone. */
function takeTurn(lockPath: string): boolean {
  try {
    mkdirSync(lockPath);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
