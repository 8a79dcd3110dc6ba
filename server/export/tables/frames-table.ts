import type { Analysis } from '../../../engine/analysis.ts';
import { metricMarkers } from '../../../engine/markers/metric-markers.ts';
import type { AngleSeries } from '../../../engine/metrics/angle-series.ts';
import type { Joint } from '../../../engine/metrics/side-view-metrics.ts';
import { type KeypointName, keypointNames } from '../../../engine/pose/keypoint-names.ts';
import { stancesOf } from '../../details/gait-cycle.ts';
import { sides } from '../../details/sides.ts';
import { known } from './known.ts';
import { type Cell, type Field, type Table, tableOf } from './table.ts';

/** One row a frame that was read: which feet stand, the angles, and every point as in the picture and in metres. */
export function framesTable(analysis: Analysis, heightM: number): Table {
  const { tracks, pose } = analysis;
  const fields: Field<number>[] = [
    { name: 'frame', type: 'integer', of: (frame) => frame },
    { name: 'time_s', type: 'number', of: (frame) => known(tracks.timesS[frame], 6) },
    { name: 'found', type: 'boolean', of: (frame) => pose.found[frame] === 1 },
    ...sides.map(
      (side): Field<number> => ({
        name: `${side}_stance`,
        type: 'boolean',
        of: (frame) => stands(analysis, side, tracks.timesS[frame]),
      }),
    ),
    ...angleFields(analysis),
    ...pointFields(analysis, heightM),
  ];
  return tableOf(
    fields,
    Array.from({ length: tracks.frameCount }, (_, frame) => frame),
  );
}

function stands(analysis: Analysis, side: 'left' | 'right', timeS: number): Cell {
  if (!analysis.gait.running) return null;
  return stancesOf(analysis).some(
    (contact) => contact.side === side && contact.touchdownS <= timeS && timeS < contact.toeOffS,
  );
}

const jointNames: Readonly<Record<Joint, string>> = {
  ankle: 'ankle_dorsiflexion',
  knee: 'knee_flexion',
  hip: 'hip_flexion',
  shoulder: 'shoulder_flexion',
  elbow: 'elbow_flexion',
};

/** Angles by side, under the names that tables and motion files share. */
export function anglesOf(
  analysis: Analysis,
): readonly (readonly [name: string, side: 'left' | 'right', AngleSeries])[] {
  if (analysis.view === 'side') {
    const angles = analysis.frameAngles;
    return (Object.keys(jointNames) as Joint[]).flatMap((joint) =>
      sides.map((side) => [jointNames[joint], side, angles[joint][side]] as const),
    );
  }
  const { pelvicDrop, hipAdduction, kneeAdduction } = analysis.frameAngles;
  return sides.flatMap((side) => [
    ['pelvic_drop', side, pelvicDrop[side]] as const,
    ['hip_adduction', side, hipAdduction[side]] as const,
    ['knee_adduction', side, kneeAdduction[side]] as const,
  ]);
}

const angleFields = (analysis: Analysis): Field<number>[] =>
  anglesOf(analysis).map(([name, side, series]) => ({
    name: `${name}_${side}_deg`,
    type: 'number',
    of: (frame) => known(series[frame], 3),
  }));

function pointFields(analysis: Analysis, heightM: number): Field<number>[] {
  const { along, points } = metricMarkers(analysis, heightM);
  return keypointNames.flatMap((name: KeypointName): Field<number>[] => {
    const track = analysis.tracks.points[name];
    const { alongM, upM } = points[name];
    return [
      { name: `${name}_seen`, type: 'boolean', of: (frame) => track.seen[frame] === 1 },
      { name: `${name}_x_px`, type: 'number', of: (frame) => known(track.xPx[frame], 3) },
      { name: `${name}_y_px`, type: 'number', of: (frame) => known(track.yPx[frame], 3) },
      { name: `${name}_${along}_m`, type: 'number', of: (frame) => known(alongM[frame], 5) },
      { name: `${name}_up_m`, type: 'number', of: (frame) => known(upM[frame], 5) },
    ];
  });
}
