import type { ClipRequest } from '../../engine/measure-clip.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { type SyntheticPosesOptions, syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';

/** Keypoints of a runner on a treadmill, as a network of middling quality gives them. */
export interface CoreClip {
  readonly name: string;
  readonly fps: number;
  /** Share of the frames in which the legs' labels are exchanged, a few frames at a time. */
  readonly swapFraction: number;
  /** Share of the frames in which the runner is not found. */
  readonly dropFraction: number;
}

/** The clip that the floor is set for comes first. */
export const coreClips: readonly CoreClip[] = [
  { name: '30 fps', fps: 30, swapFraction: 0, dropFraction: 0 },
  { name: '60 fps', fps: 60, swapFraction: 0, dropFraction: 0 },
  { name: '30 fps, disturbed', fps: 30, swapFraction: 0.1, dropFraction: 0.03 },
];

export const coreClipS = 10;
export const coreSpeedMps = 3;
export const coreNoisePx = 2;

const coreRunner = createRunner({ speedMps: coreSpeedMps });

/** What is known of a clip beside its keypoints. */
export const coreRequest: ClipRequest = {
  heightM: coreRunner.parameters.heightM,
  treadmill: true,
  paceSPerKm: 1000 / coreSpeedMps,
  language: 'en',
};

/** The keypoints of a clip. Another seed is another clip of the same kind. */
export function corePoses({ fps, swapFraction, dropFraction }: CoreClip, seed: number) {
  const options: SyntheticPosesOptions = {
    fps,
    durationS: coreClipS,
    noisePx: coreNoisePx,
    farNoiseFactor: 1.5,
    swapFraction,
    swapRunFrames: 4,
    dropFraction,
    seed,
  };
  return syntheticPoses(coreRunner, sideCamera(), options).poses;
}
