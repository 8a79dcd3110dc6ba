import type { PoseNetwork } from '../../pose/custom/network-choice.ts';
import type { PoseSequence } from '../../pose/pose-sequence.ts';
import { buildTracks } from '../../tracks/build-tracks.ts';
import type { CameraMode, Tracks } from '../../tracks/tracks.ts';
import { turned } from '../levelled.ts';
import type { BackCalibration } from './back-calibration.ts';
import type { BackGait } from './back-gait.ts';
import { bodyScale } from './body-scale.ts';
import { type CameraRoll, cameraRoll } from './camera-roll.ts';
import { findBackGait } from './find-back-gait.ts';
import { steadied } from './steadied.ts';

/** What is known of a clip from behind beyond its keypoints. */
export interface BackClipContext {
  readonly treadmill: boolean;
  /** Turn of level lines in the picture, degrees; null or absent where none were seen or looked for. */
  readonly lineDeg?: number | null | undefined;
  /** Instead of the network's own, for keypoints from another source. */
  readonly calibration?: BackCalibration | undefined;
}

/** A clip's tracks and gait seen from behind, with what is decided of it once. */
export interface BackClipGait {
  readonly network: PoseNetwork;
  /** As in the picture. */
  readonly tracks: Tracks;
  /** As a level camera would have seen a runner who stays at one distance. */
  readonly level: Tracks;
  readonly camera: CameraMode;
  readonly roll: CameraRoll;
  readonly gait: BackGait;
}

/** Cleans the tracks, decides how the camera stands, and finds the gait. */
export function readBackGait(pose: PoseSequence, { treadmill, lineDeg, calibration }: BackClipContext): BackClipGait {
  const { network } = pose;
  const tracks = buildTracks(pose);
  const scale = bodyScale(tracks);
  const roll = cameraRoll(tracks, lineDeg);
  const level = steadied(turned(tracks, -(roll.rollDeg.value ?? 0)), scale);
  const gait = findBackGait(level, { network, treadmill, calibration });
  const camera = treadmill ? 'treadmill' : scale.growth === 1 ? 'panning' : 'static';
  return { network, tracks, level, camera, roll, gait };
}
