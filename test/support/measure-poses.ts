import { decideCamera } from '../../engine/gait/camera.ts';
import { findGait } from '../../engine/gait/find-gait.ts';
import { markerCalibration } from '../../engine/gait/network-calibration.ts';
import { findStances } from '../../engine/gait/stances.ts';
import { markerAngles } from '../../engine/metrics/angle-calibration.ts';
import { measureSideView } from '../../engine/metrics/measure-side-view.ts';
import type { SideViewMetrics } from '../../engine/metrics/side-view-metrics.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';
import { buildTracks } from '../../engine/tracks/build-tracks.ts';
import { footPointsOf } from '../../fixtures/keypoints/foot-points.ts';

/** What is known of a clip beside its keypoints. */
export interface MeasurePosesOptions {
  readonly heightM?: number;
  /** Pace of the treadmill, seconds per kilometre; null when it is not known, undefined overground. */
  readonly paceSPerKm?: number | null | undefined;
}

/** Measures keypoints of the synthetic figure, which lie where joints are. */
export function measurePoses(
  poses: PoseSequence,
  { heightM = 1.75, paceSPerKm }: MeasurePosesOptions,
): SideViewMetrics {
  const treadmill = paceSPerKm !== undefined;
  const tracks = buildTracks(poses);
  const stances = findStances(tracks);
  const camera = decideCamera(stances, { treadmill });
  const { network } = poses;
  const calibration = { ...markerCalibration, events: { ...markerCalibration.events, ...footPointsOf(heightM) } };
  const given = { camera, heightM, paceSPerKm: paceSPerKm ?? null, network, calibration };
  return measureSideView({ tracks, gait: findGait(tracks, stances, given), ...given, treadmill, angles: markerAngles })
    .metrics;
}
