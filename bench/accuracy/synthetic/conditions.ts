import type { Camera } from '../../../fixtures/body-pose.ts';
import { panningCamera, pathSideCamera, sideCamera, trackingCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { uniformAt } from '../../../fixtures/seeded-random.ts';

export const frameRates = [24, 30, 60, 120, 240] as const;
export const noisesPx = [0, 2, 4, 8] as const;
export const speedsMps = [2, 3, 4, 5, 6] as const;
export const scenes = ['treadmill', 'passing', 'panning', 'driving along'] as const;
export type Scene = (typeof scenes)[number];

/** How one runner is filmed. */
export interface Condition {
  readonly seed: number;
  readonly speedMps: number;
  readonly fps: number;
  readonly noisePx: number;
  readonly scene: Scene;
  readonly side: 'left' | 'right';
  readonly mirrored: boolean;
  readonly dropFraction: number;
  readonly swapFraction: number;
  readonly swapRunFrames: number;
  readonly rollDeg: number;
  readonly obliqueDeg: number;
  /** Whether the treadmill's pace is told. */
  readonly paceTold: boolean;
}

const draw = {
  speed: 1,
  side: 2,
  mirror: 3,
  drop: 4,
  swap: 5,
  run: 6,
  roll: 7,
  oblique: 8,
  pace: 9,
  some: 10,
} as const;

/** On clips of the reporting half nothing was set. */
export type Half = 'development' | 'reporting';

/** Every second clip, the other way round at every second frame rate, so that both halves have each speed with each noise. */
export const halfOf = ({ seed }: Condition): Half =>
  (seed - 1 + Math.floor((seed - 1) / (noisesPx.length * speedsMps.length))) % 2 === 0 ? 'development' : 'reporting';

/** Every frame rate with every noise, speed and scene; the rest is drawn. @param rounds Clips of each combination. */
export function conditions(rounds: number): Condition[] {
  const all: Condition[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const scene of scenes) {
      for (const fps of frameRates) {
        for (const noisePx of noisesPx) {
          for (const speedMps of speedsMps) all.push(condition(all.length + 1, { scene, fps, noisePx, speedMps }));
        }
      }
    }
  }
  return all;
}

type Fixed = Pick<Condition, 'scene' | 'fps' | 'noisePx' | 'speedMps'>;

function condition(seed: number, fixed: Fixed): Condition {
  const uniform = (key: keyof typeof draw): number => uniformAt(7919, draw[key], seed);
  const pick = <T>(key: keyof typeof draw, values: readonly T[]): T =>
    values[Math.floor(uniform(key) * values.length)] as T;
  return {
    ...fixed,
    seed,
    // Between the neighbouring speeds, but never beyond the ends.
    speedMps: Math.min(6, Math.max(2, fixed.speedMps + uniform('speed') - 0.5)),
    side: pick('side', ['left', 'right']),
    mirrored: pick('mirror', [false, true]),
    dropFraction: pick('drop', [0, 0, 0.03]),
    swapFraction: pick('swap', [0, 0, 0, 0.1, 0.2, 0.3]),
    swapRunFrames: pick('run', [1, 3, 6]),
    rollDeg: pick('some', [0, 0, 1]) * (6 * uniform('roll') - 3),
    obliqueDeg: fixed.scene === 'treadmill' ? 0 : 10 * uniform('oblique') - 5,
    paceTold: fixed.scene === 'treadmill' && uniform('pace') < 0.5,
  };
}

const clipS = 10;
/** A runner is filmed for this way past a camera: what every phone sees of a jogger, and two seconds of a fast runner. */
const wayM = (speedMps: number): number => Math.max(7, 2 * speedMps);

/** The camera of a condition, and which stretch of the runner's time it films. */
export function filming({ scene, side, speedMps, rollDeg, obliqueDeg }: Condition): {
  camera: Camera | ((timeS: number) => Camera);
  startS: number;
  durationS: number;
} {
  const way = wayM(speedMps);
  const fieldHeightM = ((way + 1) * 9) / 16;
  const path = pathSideCamera({ side, rollDeg, obliqueDeg, fieldHeightM, distanceM: 1.8 * fieldHeightM });
  switch (scene) {
    case 'treadmill':
      return { camera: sideCamera({ side, rollDeg }), startS: 0, durationS: clipS };
    case 'driving along':
      return { camera: trackingCamera(path, speedMps), startS: 0, durationS: clipS };
    case 'passing':
      return { camera: path, startS: -way / 2 / speedMps, durationS: way / speedMps };
    case 'panning':
      return { camera: panningCamera(path, speedMps), startS: -way / speedMps, durationS: (2 * way) / speedMps };
  }
}
