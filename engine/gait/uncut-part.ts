import { keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import type { VideoProbe } from '../video/video.ts';
import { findCutFrame } from './clip-cut.ts';
import type { ClipContext } from './read-gait.ts';
import { readTimedGait, type TimedGait } from './time-scale.ts';

/** What is read of a clip, of its longest part without a cut. */
export interface UncutReading<T> {
  readonly longest: T;
  /** Where the clip was cut, seconds of the file in order; what is measured lies between two of them, or before or after all. */
  readonly cutsS: readonly number[];
}

/** How a clip is read and its cuts are found. */
export interface PartReader<T> {
  readonly read: (pose: PoseSequence) => T;
  /** The first frame after a cut; null where there is none. */
  readonly cutFrame: (pose: PoseSequence, reading: T) => number | null;
  readonly isRunning: (reading: T) => boolean;
}

/** A clip's gait, of its longest part without a cut. */
export interface UncutGait extends TimedGait, Pick<UncutReading<TimedGait>, 'cutsS'> {}

/** Reads the gait in a clip from the side; of one that was cut, in the longest part that is left when its parts are told from each other. */
export function readUncutGait(
  pose: PoseSequence,
  rates: Pick<VideoProbe, 'captureFps' | 'fps'>,
  context: ClipContext,
): UncutGait {
  const { longest, cutsS } = readUncut<TimedGait>(pose, {
    read: (part) => readTimedGait(part, rates, context),
    cutFrame: (part, { clip: { tracks, stances } }) =>
      stances === null || tracks.view !== 'side' ? null : findCutFrame(part, tracks, stances.stride.strideS),
    isRunning: ({ clip }) => clip.gait.running,
  });
  return { ...longest, cutsS };
}

/** Reads a clip; of one that was cut, the longest part that is left when its parts are told from each other. */
export function readUncut<T>(pose: PoseSequence, reader: PartReader<T>): UncutReading<T> {
  const asFilmed = { pose, reading: reader.read(pose) };
  const { longest, cutsS } = uncut(asFilmed, reader);
  // Whoever does not run has no rhythm that a cut could break.
  if (!reader.isRunning(asFilmed.reading) && !reader.isRunning(longest.reading)) {
    return { longest: asFilmed.reading, cutsS: [] };
  }
  return { longest: longest.reading, cutsS: cutsS.sort((a, b) => a - b) };
}

/** A pose of which only a part is known, and what is read in it. */
interface Part<T> {
  readonly pose: PoseSequence;
  readonly reading: T;
}

/** Parts a part at its cut, and what is left at theirs, as long as the longest of all may come of it. Each has fewer frames than the one before. */
function uncut<T>(part: Part<T>, reader: PartReader<T>): { longest: Part<T>; cutsS: number[] } {
  const frame = reader.cutFrame(part.pose, part.reading);
  if (frame === null) return { longest: part, cutsS: [] };
  const read = (pose: PoseSequence): Part<T> => ({ pose, reading: reader.read(pose) });
  const [longer, shorter] = partedAt(part.pose, frame);
  const first = uncut(read(longer), reader);
  const cutsS = [part.pose.timesS[frame], ...first.cutsS];
  if (knownPoints(first.longest.pose) >= knownPoints(shorter)) return { longest: first.longest, cutsS };
  const second = uncut(read(shorter), reader);
  const isSecond = knownPoints(second.longest.pose) > knownPoints(first.longest.pose);
  return { longest: isSecond ? second.longest : first.longest, cutsS: [...cutsS, ...second.cutsS] };
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
