import { keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import type { VideoProbe } from '../video/video.ts';
import { findCutFrame } from './clip-cut.ts';
import type { ClipContext } from './read-gait.ts';
import { readTimedGait, type TimedGait } from './time-scale.ts';

/** A clip's gait, of its longest part without a cut. */
export interface UncutGait extends TimedGait {
  /** Where the clip was cut, seconds of the file in order; what is measured lies between two of them, or before or after all. */
  readonly cutsS: readonly number[];
}

/** Reads the gait in a clip; of one that was cut, in the longest part that is left when its parts are told from each other. */
export function readUncutGait(
  pose: PoseSequence,
  rates: Pick<VideoProbe, 'captureFps' | 'fps'>,
  context: ClipContext,
): UncutGait {
  const read = (part: PoseSequence): Part => ({ pose: part, timed: readTimedGait(part, rates, context) });
  const asFilmed = read(pose);
  const { longest, cutsS } = uncut(asFilmed, read);
  // Whoever does not run has no rhythm that a cut could break.
  if (!asFilmed.timed.clip.gait.running && !longest.timed.clip.gait.running) return { ...asFilmed.timed, cutsS: [] };
  return { ...longest.timed, cutsS: cutsS.sort((a, b) => a - b) };
}

/** A pose of which only a part is known, and the gait in it. */
interface Part {
  readonly pose: PoseSequence;
  readonly timed: TimedGait;
}

/** Parts a part at its cut, and what is left at theirs, as long as the longest of all may come of it. Each has fewer frames than the one before. */
function uncut(part: Part, read: (pose: PoseSequence) => Part): { longest: Part; cutsS: number[] } {
  const frame = cutFrame(part.pose, part.timed);
  if (frame === null) return { longest: part, cutsS: [] };
  const [longer, shorter] = partedAt(part.pose, frame);
  const first = uncut(read(longer), read);
  const cutsS = [part.pose.timesS[frame], ...first.cutsS];
  if (knownPoints(first.longest.pose) >= knownPoints(shorter)) return { longest: first.longest, cutsS };
  const second = uncut(read(shorter), read);
  const isSecond = knownPoints(second.longest.pose) > knownPoints(first.longest.pose);
  return { longest: isSecond ? second.longest : first.longest, cutsS: [...cutsS, ...second.cutsS] };
}

/** The first frame after a cut; null where there is none. */
function cutFrame(pose: PoseSequence, { clip: { tracks, stances } }: TimedGait): number | null {
  return stances === null || tracks.view !== 'side' ? null : findCutFrame(pose, tracks, stances.stride.strideS);
}

/** The pose with the keypoints of either side of a cut left out, that first of which more is known. Who was found where stays as it is. */
function partedAt(pose: PoseSequence, frame: number): readonly [PoseSequence, PoseSequence] {
  const before = withoutFrames(pose, frame, pose.frameCount);
  const after = withoutFrames(pose, 0, frame);
  return knownPoints(before) >= knownPoints(after) ? [before, after] : [after, before];
}

function withoutFrames(pose: PoseSequence, from: number, end: number): PoseSequence {
  const width = keypointNames.length;
  const without = (values: Float64Array, nothing: number): Float64Array =>
    values.slice().fill(nothing, from * width, end * width);
  return {
    ...pose,
    xPx: without(pose.xPx, Number.NaN),
    yPx: without(pose.yPx, Number.NaN),
    score: without(pose.score, 0),
  };
}

function knownPoints({ xPx }: PoseSequence): number {
  let count = 0;
  for (let i = 0; i < xPx.length; i++) if (!Number.isNaN(xPx[i])) count++;
  return count;
}
