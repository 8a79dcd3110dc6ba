import { decideCamera } from '../../engine/gait/camera.ts';
import { findGait } from '../../engine/gait/find-gait.ts';
import { markerCalibration } from '../../engine/gait/network-calibration.ts';
import { findStances } from '../../engine/gait/stances.ts';
import { markerAngles } from '../../engine/metrics/angle-calibration.ts';
import { measureSideView } from '../../engine/metrics/measure-side-view.ts';
import type { SideViewMetrics } from '../../engine/metrics/side-view-metrics.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import { buildTracks } from '../../engine/tracks/build-tracks.ts';

/** What is known of a clip beside its keypoints. */
export interface MeasurePosesOptions {
  readonly heightM?: number;
  /** Pace of the treadmill, seconds per kilometre; null when it is not known, undefined overground. */
  readonly paceSPerKm?: number | null | undefined;
}

/** Measures keypoints that lie where motion-capture markers would. */
export function measurePoses(
  poses: PoseSequence,
  { heightM = 1.75, paceSPerKm }: MeasurePosesOptions,
): SideViewMetrics {
  const treadmill = paceSPerKm !== undefined;
  const tracks = buildTracks(poses);
  const stances = findStances(tracks);
  const camera = decideCamera(stances, { treadmill });
  const { network } = poses;
  const given = { camera, heightM, paceSPerKm: paceSPerKm ?? null, network, calibration: markerCalibration };
  return measureSideView({ tracks, gait: findGait(tracks, stances, given), ...given, treadmill, angles: markerAngles });
}
