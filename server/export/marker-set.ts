import type { Analysis } from '../../engine/analysis.ts';
import { type MetricTrack, metricMarkers } from '../../engine/markers/metric-markers.ts';
import { type KeypointName, keypointNames } from '../../engine/pose/keypoint-names.ts';
import { middle } from '../../engine/signal/elementwise.ts';

/** A marker in OpenSim's axes, metres: x forward, y up, z to the runner's right; NaN where it is not known. */
export interface Marker {
  readonly name: string;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  readonly zM: Float64Array;
}

export interface MarkerSet {
  readonly frameCount: number;
  /** Of each frame, seconds of the runner's own time where the camera has noted it, else of the file. */
  readonly timesS: Float64Array;
  /** Frames per second. */
  readonly rate: number;
  readonly markers: readonly Marker[];
}

/** As in OpenPose's BODY_25 and HALPE, which marker sets for OpenSim are made for. */
const partNames: Readonly<Record<string, string>> = {
  eye: 'Eye',
  ear: 'Ear',
  shoulder: 'Shoulder',
  elbow: 'Elbow',
  wrist: 'Wrist',
  hip: 'Hip',
  knee: 'Knee',
  ankle: 'Ankle',
  heel: 'Heel',
  toe: 'BigToe',
};

function markerName(name: KeypointName): string {
  if (name === 'nose') return 'Nose';
  const [side, part = ''] = name.split('_');
  return `${side === 'left' ? 'L' : 'R'}${partNames[part]}`;
}

/** Every point that was seen anywhere, the middle of the hips and that of the shoulders. What a flat picture does not show is zero. */
export function markerSet(analysis: Analysis, heightM: number): MarkerSet {
  const { tracks } = analysis;
  const { along, points } = metricMarkers(analysis, heightM);
  const between = (left: MetricTrack, right: MetricTrack): MetricTrack => ({
    alongM: middle(left.alongM, right.alongM),
    upM: middle(left.upM, right.upM),
  });
  const all: readonly (readonly [string, MetricTrack])[] = [
    ['Hip', between(points.left_hip, points.right_hip)],
    ['Neck', between(points.left_shoulder, points.right_shoulder)],
    ...keypointNames.map((name) => [markerName(name), points[name]] as const),
  ];
  const seen = all.filter(([, { alongM }]) => alongM.some((value) => !Number.isNaN(value)));
  const factor = runnersFactor(analysis);
  const timesS = tracks.timesS.map((timeS) => timeS / factor);
  const last = tracks.frameCount - 1;
  return {
    frameCount: tracks.frameCount,
    timesS,
    rate: last < 1 ? analysis.video.fps : last / (timesS[last] - timesS[0]),
    markers: seen.map(([name, { alongM, upM }]) => {
      // Where the point is not known, the third coordinate is not either.
      const flat = alongM.map((value) => (Number.isNaN(value) ? Number.NaN : 0));
      return along === 'forward' ? { name, xM: alongM, yM: upM, zM: flat } : { name, xM: flat, yM: upM, zM: alongM };
    }),
  };
}

/** Seconds of the file for one of the runner's, where the camera has noted it. */
export const runnersFactor = ({ timeScale }: Pick<Analysis, 'timeScale'>): number =>
  timeScale.source === 'container' ? timeScale.factor : 1;
