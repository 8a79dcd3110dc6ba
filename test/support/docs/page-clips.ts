import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { demoRunner } from '../../../fixtures/demo-clip.ts';
import { makeRunnerClip } from '../../../fixtures/figure/runner-clip.ts';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';

const picture = { widthPx: 240, heightPx: 428 };
const cameras = {
  side: sideCamera({ ...picture, fieldHeightM: 2.55, heightM: 0.98, distanceM: 4.5 }),
  back: backCamera({ ...picture, fieldHeightM: 2.4 }),
};

/** Two seconds of the synthetic runner, made once. @returns Its path. */
async function smallRunner(view: keyof typeof cameras): Promise<string> {
  const outPath = join(inject('runFolder'), `docs-${view}.mp4`);
  if (!existsSync(outPath))
    await makeRunnerClip({ runner: demoRunner, camera: cameras[view], fps: 30, durationS: 2, crf: 24, outPath });
  return outPath;
}

/** Puts the clips that pages name into a folder. */
export async function placeClips(folder: string): Promise<void> {
  const [side, back] = [await smallRunner('side'), await smallRunner('back')];
  for (const name of ['run.mp4', 'treadmill.mp4']) copyFileSync(side, join(folder, name));
  copyFileSync(back, join(folder, 'behind.mp4'));
}
