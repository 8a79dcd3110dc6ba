import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { median } from '../signal/robust-statistics.ts';

/** Middles of left and right leap with no swap of labels. */
const middles: readonly (readonly [KeypointName, KeypointName])[] = [
  ['nose', 'nose'],
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
  ['left_knee', 'right_knee'],
  ['left_ankle', 'right_ankle'],
];

/** How far the body leaps before each frame. */
export class BodyLeaps {
  readonly #timesS: Float64Array;
  readonly #leaps: Float64Array;

  /** @param timesS The runner's, of the pose's frames. */
  constructor(pose: PoseSequence, timesS: Float64Array) {
    this.#timesS = timesS;
    this.#leaps = new Float64Array(pose.frameCount);
    let paths = 0;
    for (const [a, b] of middles) {
      for (const values of [pose.xPx, pose.yPx]) if (addLeaps(this.#leaps, middleOf(pose, values, a, b))) paths++;
    }
    for (let i = 0; i < pose.frameCount; i++) this.#leaps[i] = this.#leaps[i] / paths;
  }

  /** The frame near a time before which the body leaps most. */
  largestNear(nearS: number, withinS: number): number {
    const after = this.#timesS.findIndex((timeS) => timeS >= nearS);
    return this.near(nearS, withinS, 0)[0] ?? after;
  }

  /** The frames near a time before which it leaps by at least so many usual misses, those first before which it leaps most. */
  near(nearS: number, withinS: number, least: number): number[] {
    const frames: number[] = [];
    for (let i = 0; i < this.#leaps.length; i++) {
      if (Math.abs(this.#timesS[i] - nearS) <= withinS && this.#leaps[i] >= least) frames.push(i);
    }
    return frames.sort((a, b) => this.#leaps[b] - this.#leaps[a]);
  }
}

function middleOf({ frameCount }: PoseSequence, values: Float64Array, a: KeypointName, b: KeypointName): Float64Array {
  const at = (frame: number, name: KeypointName): number =>
    values[frame * keypointNames.length + keypointNames.indexOf(name)];
  return Float64Array.from({ length: frameCount }, (_, frame) => (at(frame, a) + at(frame, b)) / 2);
}

/** Adds how far what comes before a frame and what comes from it on miss each other between the two, in usual misses. @returns Whether they can be told. */
function addLeaps(leaps: Float64Array, path: Float64Array): boolean {
  const misses = path.map((_, i) =>
    i < 2 || i > path.length - 2 ? Number.NaN : Math.abs(3 * (path[i] - path[i - 1]) - (path[i + 1] - path[i - 2])),
  );
  const usual = median(misses);
  if (!(usual > 0)) return false;
  for (let i = 0; i < misses.length; i++) if (misses[i] > 0) leaps[i] += Math.min(15, misses[i] / usual);
  return true;
}
