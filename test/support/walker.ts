import { type KeypointName, keypointIndex, keypointNames } from '../../engine/pose/keypoint-names.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';

interface Walk {
  readonly fps: number;
  readonly durationS: number;
  /** Of two steps. */
  readonly strideS?: number;
  readonly speedMps?: number;
  /** Where the camera stands: beside, the runner facing image-right, or 4 m behind, 1 m up. */
  readonly from?: 'beside' | 'behind';
}

type Place = readonly [forwardM: number, upM: number];

/** Share of the stride that a foot stands, and half the way that it covers meanwhile at one metre a stride. */
const stanceShare = 0.62;
const pxPerM = 500;
const behindM = 4;

/** How far the parts of either side lie from the middle, metres. */
const lateralM: Readonly<Record<string, number>> = {
  eye: 0.03,
  ear: 0.07,
  shoulder: 0.19,
  elbow: 0.24,
  wrist: 0.25,
  hip: 0.09,
  knee: 0.08,
  ankle: 0.06,
  heel: 0.06,
  toe: 0.07,
};

/** The ankle at a phase of its own stride, from 0 at touchdown: back with the belt, then forward through the air. */
function ankleAt(phase: number, wayM: number): Place {
  const p = phase - Math.floor(phase);
  if (p < stanceShare) return [wayM * (0.5 - p / stanceShare), 0.08];
  const swing = (p - stanceShare) / (1 - stanceShare);
  return [-wayM * 0.5 * Math.cos(Math.PI * swing), 0.08 + 0.1 * Math.sin(Math.PI * swing)];
}

/** Nearer is larger. */
const asFromBehind = (forward: number, right: number, down: number): Place => {
  const size = behindM / (behindM + forward);
  return [size * right, size * down];
};

/**
 * Keypoints of somebody who walks on a treadmill towards image-right: one foot always on the ground, hips highest over the
 * standing leg, as a stick that turns over it.
 */
export function walkerPoses({ fps, durationS, strideS = 1.05, speedMps = 1.4, from = 'beside' }: Walk): PoseSequence {
  const frameCount = Math.round(fps * durationS);
  const blank = (): Float64Array => new Float64Array(frameCount * keypointNames.length);
  const pose = { xPx: blank(), yPx: blank(), score: blank().fill(0.9) };
  const wayM = speedMps * stanceShare * strideS;
  for (let frame = 0; frame < frameCount; frame++) {
    const phase = frame / fps / strideS;
    // Mid-stance of either leg is half a stance behind its touchdown.
    const hip: Place = [0, 0.88 + 0.02 * Math.cos(4 * Math.PI * (phase - stanceShare / 2))];
    const put = (name: KeypointName, [forward, up]: Place): void => {
      const element = frame * keypointNames.length + keypointIndex[name];
      const lateral = (name.startsWith('left') ? -1 : 1) * (lateralM[name.replace(/^.*_/, '')] ?? 0);
      const [x, y] = from === 'beside' ? [forward, 1.02 - up] : asFromBehind(forward, lateral, 1 - up);
      pose.xPx[element] = 360 + pxPerM * x;
      pose.yPx[element] = 640 + pxPerM * y;
    };
    const above = (forward: number, up: number): Place => [hip[0] + forward, hip[1] + up];
    put('nose', above(0.12, 0.78));
    for (const [side, lag] of [
      ['left', 0],
      ['right', 0.5],
    ] as const) {
      const ankle = ankleAt(phase + lag, wayM);
      const swing = 0.15 * Math.sin(2 * Math.PI * (phase + lag));
      put(`${side}_eye`, above(0.1, 0.82));
      put(`${side}_ear`, above(0.02, 0.8));
      put(`${side}_shoulder`, above(0.02, 0.55));
      put(`${side}_elbow`, above(0.02 - swing, 0.28));
      put(`${side}_wrist`, above(0.1 - 2 * swing, 0.1));
      put(`${side}_hip`, hip);
      put(`${side}_knee`, [(hip[0] + ankle[0]) / 2 + 0.05, (hip[1] + ankle[1]) / 2]);
      put(`${side}_ankle`, ankle);
      put(`${side}_heel`, [ankle[0] - 0.05, ankle[1] - 0.06]);
      put(`${side}_toe`, [ankle[0] + 0.17, ankle[1] - 0.07]);
    }
  }
  return {
    network: 'blazepose-full',
    frameCount,
    widthPx: 720,
    heightPx: 1280,
    timesS: Float64Array.from({ length: frameCount }, (_, i) => i / fps),
    found: new Uint8Array(frameCount).fill(1),
    people: null,
    ...pose,
  };
}
