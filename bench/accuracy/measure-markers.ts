import { markerCalibration } from '../../engine/gait/network-calibration.ts';
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
  /** Height of the heels' points over the sole, where it is not that of a marker on a shoe's heel. */
  readonly heelHeightM?: number;
}

/** Standard uncertainty of a standing marker's path over level ground, degrees: only noise bends it. */
const pathUncertaintyDeg = 0.5;

/** Measures keypoints that lie where markers would: what an analysis does, without a network's habits. */
export function measureMarkers(
  pose: PoseSequence,
  { heelHeightM, ...told }: ToldOfClip,
): { clip: ClipGait; metrics: SideViewMetrics } {
  const calibration =
    heelHeightM === undefined
      ? markerCalibration
      : { ...markerCalibration, events: { ...markerCalibration.events, heelHeightM } };
  const clip = readGait(pose, { ...told, calibration, pathUncertaintyDeg });
  const { level, gait, camera, ground, network } = clip;
  const metrics = measureSideView({
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
