import type { Side } from '../pose/keypoint-names.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { type AngleSeries, differenceSeries, directionSeries, middleTrack, pointOf } from './angle-series.ts';
import type { Joint } from './side-view-metrics.ts';

/**
 * Flexion angle of a joint in each frame, degrees, 0 with the limb straight (the foot at right angles to the shank):
 *
 * - knee: thigh against shank, heel towards the seat positive;
 * - hip: thigh against trunk, knee ahead positive (OpenSim's and clinical flexion, with the trunk for the pelvis);
 * - ankle: foot against shank less 90, toes towards the shin positive (dorsiflexion);
 * - shoulder: upper arm against trunk, elbow ahead positive;
 * - elbow: upper arm against forearm, hand ahead positive.
 */
export function jointSeries(tracks: Tracks, joint: Joint, side: Side): AngleSeries {
  const at = (part: Parameters<typeof pointOf>[2]) => pointOf(tracks, side, part);
  const direction = (from: Parameters<typeof pointOf>[2], to: Parameters<typeof pointOf>[2]) =>
    directionSeries(tracks, at(from), at(to));
  const trunkDown = () =>
    directionSeries(
      tracks,
      middleTrack(tracks, 'left_shoulder', 'right_shoulder'),
      middleTrack(tracks, 'left_hip', 'right_hip'),
    );
  switch (joint) {
    case 'knee':
      return differenceSeries(direction('hip', 'knee'), direction('knee', 'ankle'));
    case 'hip':
      return differenceSeries(direction('hip', 'knee'), trunkDown());
    case 'ankle':
      return differenceSeries(direction('heel', 'toe'), direction('knee', 'ankle')).map((angle) => angle - 90);
    case 'shoulder':
      return differenceSeries(direction('shoulder', 'elbow'), trunkDown());
    case 'elbow':
      return differenceSeries(direction('elbow', 'wrist'), direction('shoulder', 'elbow'));
  }
}

/** Trunk against vertical in each frame: middle of the hips to middle of the shoulders, forward positive. */
export const trunkLeanSeries = (tracks: Tracks): AngleSeries =>
  directionSeries(
    tracks,
    middleTrack(tracks, 'left_hip', 'right_hip'),
    middleTrack(tracks, 'left_shoulder', 'right_shoulder'),
  ).map((angle) => 90 - angle);

/** Shank against vertical in each frame: positive with the ankle ahead of the knee. */
export const shankSeries = (tracks: Tracks, side: Side): AngleSeries =>
  directionSeries(tracks, pointOf(tracks, side, 'knee'), pointOf(tracks, side, 'ankle')).map((angle) => 90 + angle);

/** Heel to toe against the horizontal in each frame: positive with the toes up. */
export const footSeries = (tracks: Tracks, side: Side): AngleSeries =>
  directionSeries(tracks, pointOf(tracks, side, 'heel'), pointOf(tracks, side, 'toe'));
