import type { Side } from '../../../engine/pose/keypoint-names.ts';
import { median } from '../../statistics.ts';
import type { MotionLoop } from '../back/plant-motion.ts';
import { readRbdsMarkers, readTrc } from '../plates/motion-files.ts';
import type { PlanarPath } from '../plates/planar-joint.ts';
import { mocapPath, readTrial, type Trial } from '../plates/trials.ts';
import { type JointMotion, readJointMotion } from '../rendering/joint-motion.ts';
import { carriedPoint, markerMotion, pelvisOf } from './marker-motion.ts';
import type { RenderedConfig } from './rendered-configs.ts';

/** Strides of a motion that can be repeated, and how fast the human ran. */
export interface SideMotion {
  readonly loop: MotionLoop;
  readonly speedMps: number;
}

type Source = { readonly trial: string; readonly motion: (trial: Trial) => JointMotion; readonly fromS?: number } & (
  | { readonly strides: number }
  | { readonly strideS: number }
);

const published = (path: string) => (): JointMotion => kneesBentBackwards(readJointMotion(mocapPath(path)));

const sources: Readonly<Record<RenderedConfig['motion'], Source>> = {
  's01 2 m/s': { trial: 'hamner_s01, 2 m/s', motion: published('hamner_s01/run200_ik.mot'), strides: 2 },
  's01 3 m/s': { trial: 'hamner_s01, 3 m/s', motion: published('hamner_s01/run300_ik.mot'), strides: 2 },
  's04 2 m/s': { trial: 'hamner_s04, 2 m/s', motion: hamnerMarkers('hamner_s04/run200_markers.trc'), strides: 2 },
  's04 3 m/s': { trial: 'hamner_s04, 3 m/s', motion: hamnerMarkers('hamner_s04/run300_markers.trc'), strides: 2 },
  'rbds 2.5 m/s': { trial: 'rbds001, first 15 s', motion: rbdsMarkers, strides: 2, fromS: 2 },
  /** One stride was published. */
  bmclab: { trial: 'bmclab', motion: published('bmclab/ik_output_run.mot'), strideS: 0.6944 },
};

/** The motion of a clip, its gains and offsets put in: whole strides from a right touchdown on. */
export function sideMotion({ motion, gains = {}, offsets = {} }: RenderedConfig): SideMotion {
  const source = sources[motion];
  const trial = readTrial(source.trial);
  const all = trial.contacts.map(({ side, onS, offS }) => ({
    side: side === 'left' ? ('L' as const) : ('R' as const),
    onS,
    offS,
  }));
  const follows = 'strideS' in source ? 1 : 2 * source.strides;
  // A trial that was cut too soon has its strides from a left touchdown on.
  const starts = (letter: 'L' | 'R') =>
    all.findIndex(({ side, onS }, i) => side === letter && onS >= (source.fromS ?? 0) && i + follows < all.length);
  const first = starts('R') >= 0 ? starts('R') : starts('L');
  if (first < 0) throw new Error(`${source.trial} has no whole strides`);
  const startS = all[first].onS;
  const endS = 'strideS' in source ? startS + source.strideS : all[first + follows].onS;
  const stances = all.slice(first).filter(({ onS }) => onS < endS - 0.05);
  const loop = { motion: changed(source.motion(trial), gains, offsets, startS, endS), startS, endS, stances };
  return { loop, speedMps: trial.speedMps };
}

/** Joints whose movement about its mean is larger or smaller, and that are held otherwise. */
export function changed(
  { names, timesS, rows }: JointMotion,
  gains: Readonly<Record<string, number>>,
  offsetsDeg: Readonly<Record<string, number>>,
  startS: number,
  endS: number,
): JointMotion {
  const of = (table: Readonly<Record<string, number>>, name: string): number | undefined =>
    table[name.replace(/_[lr]$/, '')];
  const inLoop = rows.filter((_, i) => timesS[i] >= startS && timesS[i] <= endS);
  const means = names.map((_, i) => inLoop.reduce((sum, row) => sum + row[i], 0) / inLoop.length);
  const moved = rows.map((row) =>
    row.map((value, i) => {
      const gain = of(gains, names[i]) ?? 1;
      return means[i] + gain * (value - means[i]) + ((of(offsetsDeg, names[i]) ?? 0) * Math.PI) / 180;
    }),
  );
  return { names, timesS, rows: moved };
}

/** The renderer's rig wants flexion negative. */
function kneesBentBackwards(motion: JointMotion): JointMotion {
  const right = motion.names.indexOf('knee_angle_r');
  if (median(motion.rows.map((row) => row[right])) < 0) return motion;
  const isKnee = motion.names.map((name) => /^knee_angle_[rl]$/.test(name));
  return { ...motion, rows: motion.rows.map((row) => row.map((value, i) => (isKnee[i] ? -value : value))) };
}

type Leg = Readonly<Record<'hip' | 'knee' | 'ankle' | 'heel' | 'toe', PlanarPath>>;

/** The trial's legs, their hips in the joint and not between the spines. */
function legsOf({ points }: Trial, hip: PlanarPath): Readonly<Record<Side, Leg>> {
  const leg = (side: Side): Leg => ({
    hip,
    knee: points[`${side}_knee`],
    ankle: points[`${side}_ankle`],
    heel: points[`${side}_heel`],
    toe: points[`${side}_toe`],
  });
  return { left: leg('left'), right: leg('right') };
}

function hamnerMarkers(path: string): (trial: Trial) => JointMotion {
  return (trial) => {
    const markers = readTrc(mocapPath(path));
    const { turns, hip } = pelvisOf(markers, {
      leftFront: 'LASI',
      rightFront: 'RASI',
      leftRear: 'LPSI',
      rightRear: 'RPSI',
    });
    const middle = (...names: string[]): PlanarPath => {
      const all = names.map((name) => markers.at(name));
      const mean = (axis: 'x' | 'y') =>
        Float64Array.from(
          { length: markers.samples },
          (_, i) => all.reduce((sum, each) => sum + each[axis][i], 0) / all.length,
        );
      return { x: mean('x'), y: mean('y') };
    };
    const arm = (letter: 'L' | 'R') => ({
      shoulder: middle(`${letter}ACR`),
      elbow: middle(`${letter}LEL`, `${letter}MEL`),
      wrist: middle(`${letter}FAradius`, `${letter}FAulna`),
    });
    const { markerHz: hz, startS, contacts: stances } = trial;
    return markerMotion({
      hz,
      startS,
      legs: legsOf(trial, hip),
      pelvis: turns,
      arms: { left: arm('L'), right: arm('R') },
      stances,
    });
  };
}

/** Joint centres of the standing trial, between the markers on either side, carried along by the clusters of thigh and shank. */
function rbdsMarkers(trial: Trial): JointMotion {
  const markers = readRbdsMarkers(mocapPath('rbds001/runT25markers.txt'), trial.markerHz);
  const standing = readRbdsMarkers(mocapPath('rbds001/static.txt'), trial.markerHz);
  const { turns, hip } = pelvisOf(markers, {
    leftFront: 'L.ASIS',
    rightFront: 'R.ASIS',
    leftRear: 'L.PSIS',
    rightRear: 'R.PSIS',
  });
  const still = (...names: string[]): { readonly x: number; readonly y: number } => {
    const mean = (axis: 'x' | 'y') => median(names.map((name) => median(standing.at(name)[axis])));
    return { x: mean('x'), y: mean('y') };
  };
  const carried = (letter: 'L' | 'R', part: 'Thigh' | 'Shank', joint: 'Knee' | 'Ankle'): PlanarPath => {
    const cluster = ['Top.Lateral', 'Bottom.Lateral', 'Top.Medial', 'Bottom.Medial'].map(
      (end) => `${letter}.${part}.${end}`,
    );
    const centre = still(`${letter}.${joint}`, `${letter}.${joint}.Medial`);
    return carriedPoint(
      cluster.map((name) => still(name)),
      centre,
      cluster.map((name) => markers.at(name)),
    );
  };
  const { points } = trial;
  const leg = (side: Side): Leg => {
    const letter = side === 'left' ? 'L' : 'R';
    const [knee, ankle] = [carried(letter, 'Thigh', 'Knee'), carried(letter, 'Shank', 'Ankle')];
    return { hip, knee, ankle, heel: points[`${side}_heel`], toe: points[`${side}_toe`] };
  };
  const samples = points.left_knee.x.length;
  const { markerHz: hz, startS, contacts: stances } = trial;
  const legs = { left: leg('left'), right: leg('right') };
  return markerMotion({ hz, startS, legs, pelvis: turns.slice(0, samples), stances });
}
