import { expect, it } from 'vitest';
import { measureClip } from '../../engine/measure-clip.ts';
import type { VideoProbe } from '../../engine/video/video.ts';
import { coreClips, corePoses, coreRequest } from './core-clips.ts';
import { coreStages, runCore } from './core-times.ts';

it.each(coreClips)('does all that an analysis does of the keypoints of $name', (clip) => {
  const pose = corePoses(clip, 1);
  const passed: string[] = [];
  const core = runCore(pose, (stage) => passed.push(stage));
  expect(passed).toEqual(coreStages);
  // Of a clip that shows a runner at full speed no more of the file is looked at.
  const video = { path: '', fps: clip.fps, captureFps: null } as unknown as VideoProbe;
  const { metrics, crossChecks, score, timeScale } = measureClip({ video, pose }, coreRequest);
  expect(timeScale.source).toBe('file');
  expect(crossChecks.length).toBeGreaterThan(2);
  expect(core).toEqual({ metrics, crossChecks, score });
});
