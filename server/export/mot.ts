import type { Analysis } from '../../engine/analysis.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { type MetricMarkers, metricMarkers } from '../../engine/markers/metric-markers.ts';
import { en } from '../../engine/overlay/words/en.ts';
import type { KeypointName } from '../../engine/pose/keypoint-names.ts';
import { middle } from '../../engine/signal/elementwise.ts';
import { round } from '../contract/rounding.ts';
import { fullestBlock } from './fullest-block.ts';
import { runnersFactor } from './marker-set.ts';
import { anglesOf } from './tables/frames-table.ts';

interface Coordinate {
  readonly name: string;
  /** Degrees, or metres of `pelvis_t…`. */
  readonly values: Float64Array;
}

/** Our angles by the coordinates of Rajagopal et al. (2016); `knee_angle` is flexion there, as here. */
const coordinateNames: Readonly<Record<string, string>> = {
  ankle_dorsiflexion: 'ankle_angle',
  knee_flexion: 'knee_angle',
  hip_flexion: 'hip_flexion',
  shoulder_flexion: 'arm_flex',
  elbow_flexion: 'elbow_flex',
  hip_adduction: 'hip_adduction',
};

/**
 * Joint angles of every frame as OpenSim reads motions: of the longest stretch in which the runner is there, with the coordinates that are known
 * throughout ({@link fullestBlock}), because OpenSim fits a spline to each column, of which one `NaN` makes nothing but `NaN` (OpenSim
 * documentation, "Motion (.mot) Files"). Trunk and pelvis are one segment in a picture from the side, so that the lean of both is
 * `pelvis_tilt` and `lumbar_extension` zero.
 *
 * @throws StrideError `no_joint_angles` where no angle is known in any frame, or the runner in none.
 */
export function mot(analysis: Analysis, heightM: number, name: string): string {
  const { tracks } = analysis;
  const areKnown = anglesOf(analysis).some(([, , series]) => series.some((deg) => !Number.isNaN(deg)));
  if (!areKnown) throw new StrideError('no_joint_angles', whyNot(analysis));
  const { from, to, columns } = fullestBlock(coordinatesOf(analysis, heightM), ({ name: one }) => one === 'pelvis_ty');
  if (to < from) throw new StrideError('no_joint_angles', 'the middle of the hips is known in no frame');
  const shown = Array.from({ length: to + 1 - from }, (_, i) => from + i);
  const factor = runnersFactor(analysis);
  const lines = [
    name.replaceAll(/\s/g, '_'),
    'version=1',
    `nRows=${shown.length}`,
    `nColumns=${columns.length + 1}`,
    'inDegrees=yes',
    'endheader',
    ['time', ...columns.map((column) => column.name)].join('\t'),
    ...shown.map((frame) =>
      [
        (tracks.timesS[frame] / factor).toFixed(6),
        ...columns.map(({ values }) => round(values[frame], 5).toFixed(5)),
      ].join('\t'),
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Why a clip shows nothing, by the number that is withheld last. */
function whyNot({ metrics: { cadenceSpm } }: Analysis): string | undefined {
  const { reason } = cadenceSpm;
  return reason === undefined ? undefined : `${reason}: ${en.notices[reason].replace(/: no numbers$/, '')}`;
}

function coordinatesOf(analysis: Analysis, heightM: number): Coordinate[] {
  const markers = metricMarkers(analysis, heightM);
  const angles = anglesOf(analysis);
  const joints = angles.flatMap(([angle, side, values]): Coordinate[] => {
    const named = coordinateNames[angle];
    return named === undefined ? [] : [{ name: `${named}_${side === 'left' ? 'l' : 'r'}`, values }];
  });
  const hips = between(markers, 'left_hip', 'right_hip');
  const neck = between(markers, 'left_shoulder', 'right_shoulder');
  const leanDeg = hips.alongM.map(
    (along, i) => (Math.atan2(neck.alongM[i] - along, neck.upM[i] - hips.upM[i]) * 180) / Math.PI,
  );
  const nowhere = hips.alongM.map((along) => (Number.isNaN(along) ? Number.NaN : 0));
  const place = (forward: boolean): Coordinate[] => [
    { name: 'pelvis_tx', values: forward ? hips.alongM : nowhere },
    { name: 'pelvis_ty', values: hips.upM },
    { name: 'pelvis_tz', values: forward ? nowhere : hips.alongM },
  ];
  if (analysis.view === 'side') {
    // Rotation about z, which points to the right: forward is negative.
    const tilt = leanDeg.map((deg) => -deg);
    return [
      { name: 'pelvis_tilt', values: tilt },
      ...place(markers.along === 'forward'),
      ...joints,
      { name: 'lumbar_extension', values: nowhere },
    ];
  }
  // Rotation about x, which points forward: positive with the right side down, as when the left leg stands and the pelvis drops.
  const list = angles.find(([name, side]) => name === 'pelvic_drop' && side === 'left')?.[2] ?? nowhere;
  return [{ name: 'pelvis_list', values: list }, ...place(markers.along === 'forward'), ...joints];
}

const between = ({ points }: MetricMarkers, left: KeypointName, right: KeypointName) => ({
  alongM: middle(points[left].alongM, points[right].alongM),
  upM: middle(points[left].upM, points[right].upM),
});
