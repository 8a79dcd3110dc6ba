import { type KeypointName, keypointNames, type Side } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { middle } from '../signal/elementwise.ts';
import { sideBySide } from '../signal/side-by-side.ts';

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
  const arrays = sideBySide(3 * keypointNames.length, pose.frameCount);
  return Object.fromEntries(
    keypointNames.map((name, keypoint) => [
      name,
      rawPoint(pose, keypoint, arrays.slice(3 * keypoint, 3 * keypoint + 3)),
    ]),
  ) as RawPoints;
}

/** @param arrays For the point, holding zeros. */
function rawPoint(given: PoseSequence, keypoint: number, arrays: readonly Float64Array[]): RawPoint {
  const { frameCount, found } = given;
  const [xPx, yPx, score] = arrays as [Float64Array, Float64Array, Float64Array];
  xPx.fill(Number.NaN);
  yPx.fill(Number.NaN);
  for (let frame = 0, element = keypoint; frame < frameCount; frame++, element += keypointNames.length) {
    const x = given.xPx[element];
    const y = given.yPx[element];
    if (found[frame] !== 1 || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    xPx[frame] = x;
    yPx[frame] = y;
    score[frame] = given.score[element];
  }
  return { xPx, yPx, score };
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
