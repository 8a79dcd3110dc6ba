import type { Camera } from '../../../fixtures/body-pose.ts';
import { backCamera, followingBackCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { uniformAt } from '../../../fixtures/seeded-random.ts';

export const backFrameRates = [30, 60, 120] as const;
/** Standard deviation of each coordinate in a picture 1280 px high. */
export const backNoisesPx = [1, 2, 4] as const;
/** On a treadmill; away from a camera that stands still, which the runner leaves small; away from one that is turned after him. */
export const backScenes = ['treadmill', 'running away', 'followed'] as const;
export type BackScene = (typeof backScenes)[number];
const speedsMps = [2.4, 3.2, 4.2] as const;

/** One synthetic clip from behind. */
export interface BackCondition {
  readonly seed: number;
  readonly fps: (typeof backFrameRates)[number];
  readonly noisePx: (typeof backNoisesPx)[number];
  readonly scene: BackScene;
  readonly speedMps: number;
  readonly mirrored: boolean;
  readonly rollDeg: number;
}

/** Every frame rate with every noise, scene and speed; roll and mirror image by chance. */
export function backConditions(): BackCondition[] {
  const all: BackCondition[] = [];
  for (const scene of backScenes)
    for (const fps of backFrameRates)
      for (const noisePx of backNoisesPx)
        for (const speedMps of speedsMps) {
          const seed = 1000 + all.length;
          const rolled = uniformAt(seed, 201) < 1 / 3;
          all.push({
            seed,
            fps,
            noisePx,
            scene,
            speedMps,
            mirrored: uniformAt(seed, 202) < 0.5,
            rollDeg: rolled ? 6 * uniformAt(seed, 203) - 3 : 0,
          });
        }
  return all;
}

/** How a condition is filmed. */
export interface BackFilming {
  readonly camera: Camera | ((timeS: number) => Camera);
  readonly startS: number;
  readonly durationS: number;
}

/** Where the camera stands. Running away, the runner starts 3.5 m ahead of it. */
export function filmingFromBehind({ seed, scene, speedMps, rollDeg }: BackCondition): BackFilming {
  const between = (key: number, low: number, high: number): number => low + (high - low) * uniformAt(seed, key);
  const heightM = between(210, 0.7, 1.3);
  const common = { heightM, rollDeg, lateralM: between(211, -0.15, 0.15) };
  if (scene === 'treadmill') {
    const camera = backCamera({ ...common, distanceM: between(212, 3, 6), fieldHeightM: between(213, 2.1, 2.7) });
    return { camera, startS: 0, durationS: 8 };
  }
  const camera = backCamera({ ...common, distanceM: 3.5, fieldHeightM: 2.3 });
  const durationS = 9 / speedMps;
  return { camera: scene === 'followed' ? followingBackCamera(camera, speedMps) : camera, startS: 0, durationS };
}
