import type { Side } from '../pose/keypoint-names.ts';
import type { Tracks } from '../tracks/tracks.ts';
import {
  type AngleSeries,
  angleBetween,
  directionSeries,
  middleTrack,
  pointOf,
  type Segment,
  shift,
} from './angle-series.ts';
import type { Joint } from './side-view-metrics.ts';

/**
 * Flexion angle of a joint in each frame, degrees, 0 with the limb straight (the foot at right angles to the shank):
 *
 * - knee: thigh against shank, heel towards the seat positive;
 * - hip: thigh against trunk, knee ahead positive (OpenSim's and clinical flexion, with the trunk for the pelvis);
 * - ankle: foot against shank less 90, toes towards the shin positive (dorsiflexion);
 * - shoulder: upper arm against trunk, elbow ahead positive;
 * - elbow: upper arm against forearm, hand ahead positive.
 *
 * @param trunk Of {@link trunkDown}, for whoever looks at several joints.
 */
export function jointSeries(tracks: Tracks, joint: Joint, side: Side, trunk?: Segment): AngleSeries {
  const segment = (from: Parameters<typeof pointOf>[2], to: Parameters<typeof pointOf>[2]): Segment => [
    pointOf(tracks, side, from),
    pointOf(tracks, side, to),
  ];
  switch (joint) {
    case 'knee':
      return angleBetween(tracks, segment('hip', 'knee'), segment('knee', 'ankle'));
    case 'hip':
      return angleBetween(tracks, segment('hip', 'knee'), trunk ?? trunkDown(tracks));
    case 'ankle':
      return shift(angleBetween(tracks, segment('heel', 'toe'), segment('knee', 'ankle')), -90);
    case 'shoulder':
      return angleBetween(tracks, segment('shoulder', 'elbow'), trunk ?? trunkDown(tracks));
    case 'elbow':
      return angleBetween(tracks, segment('elbow', 'wrist'), segment('shoulder', 'elbow'));
  }
}

/** From the middle of the shoulders to that of the hips. */
export const trunkDown = (tracks: Tracks): Segment => [
  middleTrack(tracks, 'left_shoulder', 'right_shoulder'),
  middleTrack(tracks, 'left_hip', 'right_hip'),
];

/** Trunk against vertical in each frame: middle of the hips to middle of the shoulders, forward positive. */
export function trunkLeanSeries(tracks: Tracks): AngleSeries {
  const [shoulders, hips] = trunkDown(tracks);
  const angles = directionSeries(tracks, hips, shoulders);
  for (let i = 0; i < angles.length; i++) angles[i] = 90 - angles[i];
  return angles;
}

/** Shank against vertical in each frame: positive with the ankle ahead of the knee. */
export const shankSeries = (tracks: Tracks, side: Side): AngleSeries =>
  shift(directionSeries(tracks, pointOf(tracks, side, 'knee'), pointOf(tracks, side, 'ankle')), 90);

/** Heel to toe against the horizontal in each frame: positive with the toes up. */
export const footSeries = (tracks: Tracks, side: Side): AngleSeries =>
  directionSeries(tracks, pointOf(tracks, side, 'heel'), pointOf(tracks, side, 'toe'));
