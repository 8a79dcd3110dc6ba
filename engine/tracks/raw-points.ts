import { type KeypointName, keypointNames, type Side } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { middle } from '../signal/elementwise.ts';

/** One keypoint over the clip while it is being cleaned: pixels, NaN where there is none. */
export interface RawPoint {
  readonly xPx: Float64Array;
  readonly yPx: Float64Array;
  readonly score: Float64Array;
}

/** Where a point is, without what the network thinks of it. */
export type Coordinates = Pick<RawPoint, 'xPx' | 'yPx'>;

/** Every keypoint, to be changed in place by each cleaning step. */
export type RawPoints = Readonly<Record<KeypointName, RawPoint>>;

/** The parts of the body that come in pairs. */
export type PairedPart = 'eye' | 'ear' | 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe';

const namesOf = (side: Side) =>
  ({
    eye: `${side}_eye`,
    ear: `${side}_ear`,
    shoulder: `${side}_shoulder`,
    elbow: `${side}_elbow`,
    wrist: `${side}_wrist`,
    hip: `${side}_hip`,
    knee: `${side}_knee`,
    ankle: `${side}_ankle`,
    heel: `${side}_heel`,
    toe: `${side}_toe`,
  }) as const satisfies Record<PairedPart, KeypointName>;

/** By side and part: a name that is put together anew has to be looked up among all names each time. */
const names: Readonly<Record<Side, Readonly<Record<PairedPart, KeypointName>>>> = {
  left: namesOf('left'),
  right: namesOf('right'),
};

/** A side's part by its keypoint name. */
export const paired = (side: Side, part: PairedPart): KeypointName => names[side][part];

/** Copies a pose sequence into one array per keypoint and coordinate. */
export function splitByKeypoint(pose: PoseSequence): RawPoints {
  const { frameCount } = pose;
  const whole = turnedOver(pose);
  const array = (index: number): Float64Array => whole.subarray(index * frameCount, (index + 1) * frameCount);
  const points = {} as Record<KeypointName, RawPoint>;
  for (const [keypoint, name] of keypointNames.entries()) {
    points[name] = { xPx: array(3 * keypoint), yPx: array(3 * keypoint + 1), score: array(3 * keypoint + 2) };
  }
  return points;
}

/** X, y and score of every keypoint over the frames, one after the other: written frame by frame, as they lie in memory. */
function turnedOver({ frameCount, found, xPx, yPx, score }: PoseSequence): Float64Array {
  const whole = new Float64Array(3 * keypointNames.length * frameCount);
  for (let frame = 0, element = 0; frame < frameCount; frame++) {
    for (let at = frame; at < whole.length; at += 3 * frameCount, element++) {
      const x = xPx[element];
      const y = yPx[element];
      const isKnown = found[frame] === 1 && Number.isFinite(x) && Number.isFinite(y);
      whole[at] = isKnown ? x : Number.NaN;
      whole[at + frameCount] = isKnown ? y : Number.NaN;
      whole[at + 2 * frameCount] = isKnown ? score[element] : 0;
    }
  }
  return whole;
}

/** Removes a point from one frame. */
export function erase(point: RawPoint, frame: number): void {
  point.xPx[frame] = Number.NaN;
  point.yPx[frame] = Number.NaN;
}

/** Mean of the left and right point of a part, frame by frame; NaN where either is. */
export function midPoint(points: Readonly<Record<KeypointName, Coordinates>>, part: PairedPart): Coordinates {
  const left = points[paired('left', part)];
  const right = points[paired('right', part)];
  return {
    xPx: middle(left.xPx, right.xPx),
    yPx: middle(left.yPx, right.yPx),
  };
}
