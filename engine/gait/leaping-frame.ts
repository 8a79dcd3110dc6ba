import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { median } from '../signal/robust-statistics.ts';

const middles: readonly (readonly [KeypointName, KeypointName])[] = [
  ['nose', 'nose'],
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
  ['left_knee', 'right_knee'],
  ['left_ankle', 'right_ankle'],
];

/**
 * The frame near a time before which the body leaps most. Middles of left and right leap with no swap of labels.
 *
 * @param withinS How far from `nearS` it may be.
 */
export function leapingFrame(pose: PoseSequence, nearS: number, withinS: number): number {
  const { timesS, frameCount } = pose;
  const leaps = new Float64Array(frameCount);
  for (const [a, b] of middles) {
    for (const values of [pose.xPx, pose.yPx]) addLeaps(leaps, middleOf(pose, values, a, b));
  }
  let leaping = timesS.findIndex((timeS) => timeS >= nearS);
  for (let i = 0; i < frameCount; i++) {
    if (Math.abs(timesS[i] - nearS) <= withinS && leaps[i] > leaps[leaping]) leaping = i;
  }
  return leaping;
}

function middleOf({ frameCount }: PoseSequence, values: Float64Array, a: KeypointName, b: KeypointName): Float64Array {
  const at = (frame: number, name: KeypointName): number =>
    values[frame * keypointNames.length + keypointNames.indexOf(name)];
  return Float64Array.from({ length: frameCount }, (_, frame) => (at(frame, a) + at(frame, b)) / 2);
}

/** Adds how far what comes before a frame and what comes from it on miss each other between the two, in usual misses. */
function addLeaps(leaps: Float64Array, path: Float64Array): void {
  const misses = path.map((_, i) =>
    i < 2 || i > path.length - 2 ? Number.NaN : Math.abs(3 * (path[i] - path[i - 1]) - (path[i + 1] - path[i - 2])),
  );
  const usual = median(misses);
  if (!(usual > 0)) return;
  for (let i = 0; i < misses.length; i++) if (misses[i] > 0) leaps[i] += Math.min(15, misses[i] / usual);
}
