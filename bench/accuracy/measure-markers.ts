import { markerCalibration, type SpeedAndWay } from '../../engine/gait/network-calibration.ts';
import { type ClipGait, readGait } from '../../engine/gait/read-gait.ts';
import { markerAngles } from '../../engine/metrics/angle-calibration.ts';
import { measureSideView } from '../../engine/metrics/measure-side-view.ts';
import type { SideViewMetrics } from '../../engine/metrics/side-view-metrics.ts';
import type { PoseSequence } from '../../engine/pose/pose-sequence.ts';

/** What a caller tells of a clip. */
export interface ToldOfClip {
  readonly heightM: number;
  readonly treadmill: boolean;
  /** Seconds per kilometre; null where it is not known. */
  readonly paceSPerKm: number | null;
  /** Where the feet's points sit otherwise than markers on a shoe: what that changes of the events' rule. */
  readonly footPoints?: Partial<Omit<SpeedAndWay, 'rule'>>;
}

/** Standard uncertainty of a standing marker's path over level ground, degrees: only noise bends it. */
const pathUncertaintyDeg = 0.5;

/** Measures keypoints that lie where markers would: what an analysis does, without a network's habits. */
export function measureMarkers(
  pose: PoseSequence,
  { footPoints, ...told }: ToldOfClip,
): { clip: ClipGait; metrics: SideViewMetrics } {
  const calibration = { ...markerCalibration, events: { ...markerCalibration.events, ...footPoints } };
  const clip = readGait(pose, { ...told, calibration, pathUncertaintyDeg });
  const { level, gait, camera, ground, network } = clip;
  const { metrics } = measureSideView({
    ...told,
    tracks: level,
    gait,
    camera,
    network,
    levelUncertaintyDeg: ground.levelUncertaintyDeg,
    calibration,
    angles: markerAngles,
  });
  return { clip, metrics };
}
