import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { median } from '../signal/robust-statistics.ts';
import type { VideoProbe } from '../video/video.ts';
import { findCutS } from './clip-cut.ts';
import type { ClipContext } from './read-gait.ts';
import { readTimedGait, type TimedGait } from './time-scale.ts';

/** A clip's gait, of its longest part without a cut. */
export interface UncutGait extends TimedGait {
  /** Where the clip was cut, seconds of the file in order; what is measured lies between two of them, or before or after all. */
  readonly cutsS: readonly number[];
}

/** Strides about a place of the rhythm's leap within which the picture leaps. */
const nearStrides = 0.25;

/** Reads the gait in a clip; of one that was cut, in the part that is left when its parts are told from each other. */
export function readUncutGait(
  pose: PoseSequence,
  rates: Pick<VideoProbe, 'captureFps' | 'fps'>,
  context: ClipContext,
): UncutGait {
  const asFilmed = readTimedGait(pose, rates, context);
  let timed = asFilmed;
  let part = pose;
  const cutsS: number[] = [];
  // Every turn leaves out frames that were there, until the part is too short for another cut to be seen.
  for (let frame = cutFrame(part, timed); frame !== null; frame = cutFrame(part, timed)) {
    cutsS.push(pose.timesS[frame]);
    part = longerPart(part, frame);
    timed = readTimedGait(part, rates, context);
  }
  // Whoever does not run has no rhythm that a cut could break.
  if (!asFilmed.clip.gait.running && !timed.clip.gait.running) return { ...asFilmed, cutsS: [] };
  return { ...timed, cutsS: cutsS.sort((a, b) => a - b) };
}

/** The first frame after a cut; null where there is none. */
function cutFrame(pose: PoseSequence, { clip, timeScale: { factor } }: TimedGait): number | null {
  const { tracks, stances } = clip;
  if (stances === null || tracks.view !== 'side') return null;
  const { strideS } = stances.stride;
  const cutS = findCutS(tracks, strideS);
  return cutS === null ? null : leapingFrame(pose, cutS * factor, nearStrides * strideS * factor);
}

const middles: readonly (readonly [KeypointName, KeypointName])[] = [
  ['nose', 'nose'],
  ['left_shoulder', 'right_shoulder'],
  ['left_hip', 'right_hip'],
  ['left_knee', 'right_knee'],
  ['left_ankle', 'right_ankle'],
];

/** The frame near a time before which the body leaps most. Middles of left and right leap with no swap of labels. */
function leapingFrame(pose: PoseSequence, nearS: number, withinS: number): number {
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

/** The pose with the keypoints of the shorter side of a cut left out. Who was found where stays as it is. */
function longerPart(pose: PoseSequence, frame: number): PoseSequence {
  const width = keypointNames.length;
  const known = (from: number, to: number): number => {
    let count = 0;
    for (let i = from; i < to; i++) if (!Number.isNaN(pose.xPx[i])) count++;
    return count;
  };
  const [cut, end] = [frame * width, pose.frameCount * width];
  const [from, to] = known(0, cut) >= known(cut, end) ? [cut, end] : [0, cut];
  const without = (values: Float64Array, nothing: number): Float64Array => values.slice().fill(nothing, from, to);
  return {
    ...pose,
    xPx: without(pose.xPx, Number.NaN),
    yPx: without(pose.yPx, Number.NaN),
    score: without(pose.score, 0),
  };
}
