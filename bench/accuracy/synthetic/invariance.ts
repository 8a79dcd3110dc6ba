import type { Measured } from '../../../engine/metrics/measured.ts';
import type { SideViewMetrics } from '../../../engine/metrics/side-view-metrics.ts';
import { keypointIndex, keypointNames } from '../../../engine/pose/keypoint-names.ts';
import type { PoseSequence } from '../../../engine/pose/pose-sequence.ts';
import { otherSide } from '../../../fixtures/keypoints/body-keypoints.ts';
import { measureMarkers, type ToldOfClip } from '../measure-markers.ts';
import { scalarRows } from '../metric-table.ts';
import { type Condition, conditions } from './conditions.ts';
import { filmSynthetic } from './measure-synthetic.ts';

/** What must not change a number; with `noise anew` every picture of the faster clip has noise of its own, as another camera's would. */
export const changes = ['mirrored', 'scaled', 'double fps', 'double fps, noise anew'] as const;
export type Change = (typeof changes)[number];

/** How far one number moved when the clip was changed. */
export interface Shift {
  readonly change: Change;
  readonly metric: string;
  /** Difference over the half width of the narrower interval; infinite where only one of both was reported. */
  readonly halfWidths: number;
}

/** Clips whose other faults are mild: what is asked is whether the change matters, not the clip. */
export const invarianceConditions = (): Condition[] =>
  conditions(1)
    .filter(({ fps, noisePx }) => (fps === 30 || fps === 60) && noisePx === 2)
    .map((condition) => ({ ...condition, dropFraction: 0, swapFraction: 0 }));

/** Measures a clip and its changed copies. */
export function measureInvariance(condition: Condition): Shift[] {
  const { film, told } = filmSynthetic(condition);
  const faster = filmSynthetic({ ...condition, fps: 2 * condition.fps }).film.poses;
  return shiftsOf(film.poses, faster, told);
}

/** How the numbers of a clip move. @param faster The same runner filmed at twice the frame rate, with noise of its own. */
export function shiftsOf(poses: PoseSequence, faster: PoseSequence, told: ToldOfClip): Shift[] {
  const measure = (pose: PoseSequence): SideViewMetrics => measureMarkers(pose, told).metrics;
  const asFilmed = measure(poses);
  const fast = measure(faster);
  return [
    ...shifts('mirrored', asFilmed, measure(mirroredPose(poses))),
    ...shifts('scaled', asFilmed, measure(scaledPose(poses, 0.7))),
    // The same clip at half the rate has every second of its pictures, and a network reads those as it did.
    ...shifts('double fps', measure(everySecondFrame(faster)), fast),
    ...shifts('double fps, noise anew', asFilmed, fast),
  ];
}

function everySecondFrame(pose: PoseSequence): PoseSequence {
  const kept = <T extends Float64Array | Uint8Array>(values: T, perFrame: number): T =>
    values.filter((_, i) => Math.floor(i / perFrame) % 2 === 0) as T;
  return {
    ...pose,
    frameCount: Math.ceil(pose.frameCount / 2),
    timesS: kept(pose.timesS, 1),
    found: kept(pose.found, 1),
    xPx: kept(pose.xPx, keypointNames.length),
    yPx: kept(pose.yPx, keypointNames.length),
    score: kept(pose.score, keypointNames.length),
  };
}

const shifts = (change: Change, before: SideViewMetrics, after: SideViewMetrics): Shift[] =>
  scalarRows.map(({ name, field }) => ({ change, metric: name, halfWidths: distance(before[field], after[field]) }));

function distance(a: Measured, b: Measured): number {
  if (a.value === null && b.value === null) return 0;
  if (a.value === null || a.halfWidth === null || b.value === null || b.halfWidth === null) {
    return Number.POSITIVE_INFINITY;
  }
  return Math.abs(a.value - b.value) / Math.min(a.halfWidth, b.halfWidth);
}

/** The picture turned left to right: a network then calls the right leg left. */
function mirroredPose(pose: PoseSequence): PoseSequence {
  const count = keypointNames.length;
  const from = keypointNames.map((name) => keypointIndex[name === 'nose' ? name : otherSide(name)]);
  const taken = (values: Float64Array): Float64Array =>
    values.map((_, at) => values[at - (at % count) + (from[at % count] as number)]);
  return {
    ...pose,
    xPx: taken(pose.xPx).map((x) => pose.widthPx - x),
    yPx: taken(pose.yPx),
    score: taken(pose.score),
  };
}

const scaledPose = (pose: PoseSequence, factor: number): PoseSequence => ({
  ...pose,
  widthPx: pose.widthPx * factor,
  heightPx: pose.heightPx * factor,
  xPx: pose.xPx.map((x) => factor * x),
  yPx: pose.yPx.map((y) => factor * y),
});
